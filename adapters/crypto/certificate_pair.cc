// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/certificate_pair.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstddef>
#include <ctime>

#include "adapters/crypto/files.h"
#include "adapters/crypto/openssl.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

constexpr std::size_t kMostBytes = 1U << 20U;

using Certificate = Owned<X509, X509_free>;
using PrivateKey = Owned<EVP_PKEY, EVP_PKEY_free>;
using Memory = Owned<BIO, BIO_free>;

Memory MemoryOf(const std::string& text) {
  return Memory(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

// A key that needs a passphrase is refused rather than asked for at the terminal.
int NoPassphrase(char* /*buffer*/, int /*size*/, int /*writing*/, void* /*data*/) { return -1; }

absl::Status Unfit(const std::string& path, const char* what) {
  return absl::FailedPreconditionError(path + ": " + what);
}

}  // namespace

absl::Status CheckCertificatePair(const std::string& certificate_path, const std::string& key_path,
                                  absl::Time now) {
  PARLEY_ASSIGN_OR_RETURN(const std::string chain,
                          ReadKeyMaterial(certificate_path, Secrecy::kPublic, kMostBytes));
  PARLEY_ASSIGN_OR_RETURN(const std::string secret,
                          ReadKeyMaterial(key_path, Secrecy::kSecret, kMostBytes));
  const Certificate certificate(
      PEM_read_bio_X509(MemoryOf(chain).get(), nullptr, NoPassphrase, nullptr));
  const PrivateKey key(
      PEM_read_bio_PrivateKey(MemoryOf(secret).get(), nullptr, NoPassphrase, nullptr));
  ERR_clear_error();
  if (certificate == nullptr) return Unfit(certificate_path, "not a certificate in PEM");
  if (key == nullptr) return Unfit(key_path, "not a private key in PEM without a passphrase");
  const bool match = X509_check_private_key(certificate.get(), key.get()) == 1;
  ERR_clear_error();
  if (!match) return Unfit(key_path, "not the key of the certificate");
  std::time_t moment = absl::ToTimeT(now);
  if (X509_cmp_time(X509_get0_notBefore(certificate.get()), &moment) > 0) {
    return Unfit(certificate_path, "not valid yet");
  }
  if (X509_cmp_time(X509_get0_notAfter(certificate.get()), &moment) < 0) {
    return Unfit(certificate_path, "expired");
  }
  return absl::OkStatus();
}

}  // namespace parley
