// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "absl/time/clock.h"
#include "adapters/crypto/development_certificates.h"
#include "adapters/grpc/grpc_server.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

class Tls : public ::testing::Test {
 public:
  Tls() {
    std::string pattern = (std::filesystem::temp_directory_path() / "parley-tls-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    EXPECT_TRUE(MakeDevelopmentCertificates(folder_, absl::Now()).ok());
  }
  ~Tls() override { std::filesystem::remove_all(folder_); }

  std::string Path(const std::string& name) const { return folder_ + "/" + name; }

  std::string Read(const std::string& name) const {
    std::ifstream file(Path(name));
    return {std::istreambuf_iterator<char>(file), {}};
  }

  GrpcServer::Options Options(bool mutual) const {
    GrpcServer::Options options;
    options.tls = {Path("server.pem"), Path("server-key.pem"), mutual ? Path("ca.pem") : ""};
    return options;
  }

  // The reason that a caller with these credentials gets; empty when it does not get through.
  std::string Ask(ServedWorld& served, const grpc::SslCredentialsOptions& credentials) const {
    served.channel = grpc::CreateChannel(served.Address(), grpc::SslCredentials(credentials));
    v1::GetDebtRequest request;
    request.set_name("debtors/" + NumberedUuid(1).ToString() + "/debts/" +
                     NumberedUuid(2).ToString());
    return served.Call("DebtService/GetDebt", request, {.patience = absl::Seconds(5)}).reason();
  }

  std::string folder_;
};

TEST_F(Tls, ProvesToCallersWhoTheServerIs) {
  ServedWorld served(Options(false));
  EXPECT_EQ(Ask(served, {Read("ca.pem"), "", ""}), "DEBT_NOT_FOUND");
  EXPECT_EQ(Ask(served, {}), "");
}

TEST_F(Tls, LetsInOnlyClientsThatProveWhoTheyAreWhenAskedTo) {
  ServedWorld served(Options(true));
  EXPECT_EQ(Ask(served, {Read("ca.pem"), Read("client-key.pem"), Read("client.pem")}),
            "DEBT_NOT_FOUND");
  EXPECT_EQ(Ask(served, {Read("ca.pem"), "", ""}), "");
}

TEST_F(Tls, NamesAFileThatIsOfNoUse) {
  GrpcServer::Options options = Options(false);
  options.tls->certificate_chain = Path("absent.pem");
  ServedWorld other;
  World world;
  GrpcServer server({world.app, world.event_feed, world.publications, other.chat_hints,
                     other.authenticator, other.seals, world.fingerprints, world.zones, world.clock,
                     world.ids, other.observer, other.log},
                    options);
  EXPECT_THAT(std::string(server.Start().message()), ::testing::HasSubstr("absent.pem"));
}

TEST_F(Tls, RefusesAKeyThatIsNotTheCertificates) {
  GrpcServer::Options options = Options(false);
  options.tls->private_key = Path("client-key.pem");
  ServedWorld other;
  World world;
  GrpcServer server({world.app, world.event_feed, world.publications, other.chat_hints,
                     other.authenticator, other.seals, world.fingerprints, world.zones, world.clock,
                     world.ids, other.observer, other.log},
                    options);
  EXPECT_FALSE(server.Start().ok());
}

}  // namespace
}  // namespace parley
