// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/development_certificates.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <cstddef>
#include <ctime>
#include <span>
#include <string_view>

#include "adapters/crypto/files.h"
#include "adapters/crypto/openssl.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

constexpr absl::Duration kValidity = absl::Hours(24 * 3650);

using PrivateKey = Owned<EVP_PKEY, EVP_PKEY_free>;
using Certificate = Owned<X509, X509_free>;
using Memory = Owned<BIO, BIO_free>;

struct Extension {
  int nid;
  const char* value;
};

constexpr std::array kAuthorityExtensions{
    Extension{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
    Extension{NID_key_usage, "critical,keyCertSign,cRLSign"},
    Extension{NID_subject_key_identifier, "hash"}};
constexpr std::array kServerExtensions{
    Extension{NID_basic_constraints, "critical,CA:FALSE"},
    Extension{NID_key_usage, "critical,digitalSignature"},
    Extension{NID_ext_key_usage, "serverAuth"},
    Extension{NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1"}};
constexpr std::array kClientExtensions{Extension{NID_basic_constraints, "critical,CA:FALSE"},
                                       Extension{NID_key_usage, "critical,digitalSignature"},
                                       Extension{NID_ext_key_usage, "clientAuth"}};

struct Identity {
  PrivateKey key;
  Certificate certificate;
};

PrivateKey MakeKey() {
  PrivateKey key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
  MustSucceed(key != nullptr, "an elliptic curve key");
  return key;
}

void SetSerial(X509* certificate) {
  std::array<std::uint8_t, 16> serial{};
  FillRandom(serial);
  const Owned<BIGNUM, BN_free> number(
      BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr));
  MustSucceed(BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr,
              "a serial number");
}

void SetValidity(X509* certificate, absl::Time now) {
  const std::time_t first = absl::ToTimeT(now - absl::Minutes(5));
  const std::time_t last = absl::ToTimeT(now + kValidity);
  MustSucceed(ASN1_TIME_set(X509_getm_notBefore(certificate), first) != nullptr &&
                  ASN1_TIME_set(X509_getm_notAfter(certificate), last) != nullptr,
              "a certificate's validity");
}

void SetName(X509_NAME* name, std::string_view common_name) {
  MustSucceed(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, BytesOf(common_name),
                                         static_cast<int>(common_name.size()), -1, 0) == 1,
              "a certificate's name");
}

void AddExtensions(X509* certificate, X509* issuer, std::span<const Extension> extensions) {
  X509V3_CTX context{};
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  for (const Extension& extension : extensions) {
    const Owned<X509_EXTENSION, X509_EXTENSION_free> made(
        X509V3_EXT_conf_nid(nullptr, &context, extension.nid, extension.value));
    MustSucceed(made != nullptr && X509_add_ext(certificate, made.get(), -1) == 1,
                "a certificate's extension");
  }
}

// Signed by the issuer, or by itself when there is none.
Identity Certify(std::string_view name, std::span<const Extension> extensions,
                 const Identity* issuer, absl::Time now) {
  Identity identity{MakeKey(), Certificate(X509_new())};
  X509* const certificate = identity.certificate.get();
  MustSucceed(certificate != nullptr && X509_set_version(certificate, X509_VERSION_3) == 1 &&
                  X509_set_pubkey(certificate, identity.key.get()) == 1,
              "a certificate");
  SetSerial(certificate);
  SetValidity(certificate, now);
  SetName(X509_get_subject_name(certificate), name);
  const Identity& signer = issuer == nullptr ? identity : *issuer;
  X509* const authority = signer.certificate.get();
  MustSucceed(X509_set_issuer_name(certificate, X509_get_subject_name(authority)) == 1,
              "a certificate's issuer");
  AddExtensions(certificate, authority, extensions);
  MustSucceed(X509_sign(certificate, signer.key.get(), EVP_sha256()) > 0, "signing a certificate");
  return identity;
}

std::string Content(BIO* memory) {
  std::string text(BIO_ctrl_pending(memory), '\0');
  const int read = BIO_read(memory, text.data(), static_cast<int>(text.size()));
  MustSucceed(read == static_cast<int>(text.size()), "writing PEM");
  return text;
}

absl::Status WriteCertificate(const std::string& path, const Identity& identity) {
  const Memory memory(BIO_new(BIO_s_mem()));
  MustSucceed(PEM_write_bio_X509(memory.get(), identity.certificate.get()) == 1, "writing PEM");
  return WriteNewFile(path, Content(memory.get()), Secrecy::kPublic);
}

absl::Status WriteIdentity(const std::string& path, const Identity& identity) {
  const Memory memory(BIO_new(BIO_s_mem()));
  MustSucceed(PEM_write_bio_PKCS8PrivateKey(memory.get(), identity.key.get(), nullptr, nullptr, 0,
                                            nullptr, nullptr) == 1,
              "writing PEM");
  PARLEY_RETURN_IF_ERROR(WriteCertificate(path + ".pem", identity));
  return WriteNewFile(path + "-key.pem", Content(memory.get()), Secrecy::kSecret);
}

}  // namespace

absl::Status MakeDevelopmentCertificates(const std::string& folder, absl::Time now) {
  const Identity authority =
      Certify("Parley development authority", kAuthorityExtensions, nullptr, now);
  const Identity server = Certify("localhost", kServerExtensions, &authority, now);
  const Identity client = Certify("parley-development-client", kClientExtensions, &authority, now);
  PARLEY_RETURN_IF_ERROR(WriteCertificate(folder + "/ca.pem", authority));
  PARLEY_RETURN_IF_ERROR(WriteIdentity(folder + "/server", server));
  return WriteIdentity(folder + "/client", client);
}

}  // namespace parley
