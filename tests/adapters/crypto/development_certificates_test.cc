// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/development_certificates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <string>

#include "adapters/crypto/certificate_pair.h"
#include "adapters/crypto/openssl.h"
#include "tests/adapters/crypto/fixture.h"

namespace parley {
namespace {

using Certificate = Owned<X509, X509_free>;
using PrivateKey = Owned<EVP_PKEY, EVP_PKEY_free>;

Owned<BIO, BIO_free> Memory(const std::string& text) {
  return Owned<BIO, BIO_free>(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

Certificate ReadCertificate(const std::string& pem) {
  return Certificate(PEM_read_bio_X509(Memory(pem).get(), nullptr, nullptr, nullptr));
}

PrivateKey ReadKey(const std::string& pem) {
  return PrivateKey(PEM_read_bio_PrivateKey(Memory(pem).get(), nullptr, nullptr, nullptr));
}

// Whether a client that trusts this authority takes the certificate for that purpose on that day.
bool IsTrusted(X509* authority, X509* certificate, int purpose, absl::Time day) {
  const Owned<X509_STORE, X509_STORE_free> store(X509_STORE_new());
  X509_STORE_add_cert(store.get(), authority);
  const Owned<X509_STORE_CTX, X509_STORE_CTX_free> context(X509_STORE_CTX_new());
  X509_STORE_CTX_init(context.get(), store.get(), certificate, nullptr);
  X509_STORE_CTX_set_purpose(context.get(), purpose);
  X509_STORE_CTX_set_time(context.get(), 0, absl::ToTimeT(day));
  return X509_verify_cert(context.get()) == 1;
}

struct Made {
  TemporaryFolder folder;
  Made() { EXPECT_TRUE(MakeDevelopmentCertificates(folder.Path("."), kNow).ok()); }
  Certificate Named(const std::string& name) const { return ReadCertificate(folder.Read(name)); }
};

TEST(MakeDevelopmentCertificates, CertifiesAServerOfThisMachine) {
  const Made made;
  const Certificate server = made.Named("server.pem");
  EXPECT_EQ(X509_check_host(server.get(), "localhost", 0, 0, nullptr), 1);
  EXPECT_EQ(X509_check_ip_asc(server.get(), "127.0.0.1", 0), 1);
  EXPECT_EQ(X509_check_ip_asc(server.get(), "::1", 0), 1);
  EXPECT_EQ(X509_check_host(server.get(), "example.com", 0, 0, nullptr), 0);
  EXPECT_EQ(X509_check_private_key(server.get(), ReadKey(made.folder.Read("server-key.pem")).get()),
            1);
}

TEST(MakeDevelopmentCertificates, TrustsEachForItsPurposeAndWithinTenYears) {
  const Made made;
  const Certificate authority = made.Named("ca.pem");
  const Certificate server = made.Named("server.pem");
  const Certificate client = made.Named("client.pem");
  EXPECT_TRUE(IsTrusted(authority.get(), server.get(), X509_PURPOSE_SSL_SERVER, kNow));
  EXPECT_TRUE(IsTrusted(authority.get(), client.get(), X509_PURPOSE_SSL_CLIENT, kNow));
  EXPECT_FALSE(IsTrusted(authority.get(), client.get(), X509_PURPOSE_SSL_SERVER, kNow));
  EXPECT_FALSE(IsTrusted(authority.get(), server.get(), X509_PURPOSE_SSL_SERVER,
                         kNow + absl::Hours(24 * 3651)));
}

TEST(MakeDevelopmentCertificates, IsTrustedByNobodyElse) {
  const Made made;
  const Made other;
  EXPECT_FALSE(IsTrusted(other.Named("ca.pem").get(), made.Named("server.pem").get(),
                         X509_PURPOSE_SSL_SERVER, kNow));
}

TEST(MakeDevelopmentCertificates, KeepsKeysForTheirOwnerAndWritesOverNothing) {
  const Made made;
  using std::filesystem::perms;
  for (const std::string name : {"server-key.pem", "client-key.pem"}) {
    EXPECT_EQ(std::filesystem::status(made.folder.Path(name)).permissions(),
              perms::owner_read | perms::owner_write);
  }
  EXPECT_TRUE(absl::IsAlreadyExists(MakeDevelopmentCertificates(made.folder.Path("."), kNow)));
}

std::string CheckPair(const Made& made, const std::string& certificate, const std::string& key,
                      absl::Time now = kNow) {
  return std::string(
      CheckCertificatePair(made.folder.Path(certificate), made.folder.Path(key), now).message());
}

TEST(CheckCertificatePair, TakesACertificateWithItsKey) {
  const Made made;
  EXPECT_EQ(CheckPair(made, "server.pem", "server-key.pem"), "");
  EXPECT_EQ(CheckPair(made, "client.pem", "client-key.pem"), "");
}

TEST(CheckCertificatePair, SaysWhatIsWrong) {
  const Made made;
  made.folder.Write("text", "a letter");
  made.folder.Write("open-key.pem", made.folder.Read("server-key.pem"),
                    std::filesystem::perms::all);
  using testing::HasSubstr;
  EXPECT_THAT(CheckPair(made, "server.pem", "client-key.pem"), HasSubstr("not the key of"));
  EXPECT_THAT(CheckPair(made, "text", "server-key.pem"), HasSubstr("text: not a certificate"));
  EXPECT_THAT(CheckPair(made, "server.pem", "text"), HasSubstr("text: not a private key"));
  EXPECT_THAT(CheckPair(made, "server.pem", "none"), HasSubstr("none"));
  EXPECT_THAT(CheckPair(made, "server.pem", "open-key.pem"), HasSubstr("others can reach"));
  EXPECT_THAT(CheckPair(made, "server.pem", "server-key.pem", kNow - absl::Hours(1)),
              HasSubstr("server.pem: not valid yet"));
  EXPECT_THAT(CheckPair(made, "server.pem", "server-key.pem", kNow + absl::Hours(24 * 3651)),
              HasSubstr("server.pem: expired"));
}

}  // namespace
}  // namespace parley
