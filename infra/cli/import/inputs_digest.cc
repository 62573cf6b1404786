// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/import/inputs_digest.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <string_view>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "adapters/crypto/openssl.h"
#include "domain/common/status_macros.h"
#include "infra/cli/files.h"

namespace parley::cli {
namespace {

constexpr std::size_t kChunk = 1 << 18;

class Sha256 {
 public:
  Sha256() : context_(EVP_MD_CTX_new()) {
    MustSucceed(EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1, "SHA-256");
  }

  void Add(std::string_view bytes) {
    MustSucceed(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1, "SHA-256");
  }

  std::string Hexadecimal() {
    std::string digest(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    auto* bytes = reinterpret_cast<unsigned char*>(digest.data());
    MustSucceed(EVP_DigestFinal_ex(context_.get(), bytes, &size) == 1, "SHA-256");
    digest.resize(size);
    return absl::BytesToHexString(digest);
  }

 private:
  Owned<EVP_MD_CTX, EVP_MD_CTX_free> context_;
};

}  // namespace

absl::StatusOr<InputsDigest> DigestOf(std::span<const std::string> files) {
  Sha256 sha256;
  InputsDigest digest;
  std::string chunk(kChunk, '\0');
  for (const std::string& path : files) {
    PARLEY_ASSIGN_OR_RETURN(std::ifstream file, OpenFile(path));
    std::int64_t size = 0;
    while (file.good()) {
      file.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
      sha256.Add(std::string_view(chunk.data(), static_cast<std::size_t>(file.gcount())));
      size += file.gcount();
    }
    // Where one file ends and the next begins is part of what is digested.
    sha256.Add(absl::StrCat("\nend of file of ", size, " bytes\n"));
    digest.bytes += size;
  }
  digest.text = absl::StrCat("sha256:", sha256.Hexadecimal());
  return digest;
}

}  // namespace parley::cli
