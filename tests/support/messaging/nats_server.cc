// SPDX-License-Identifier: Apache-2.0
#include "tests/support/messaging/nats_server.h"

#include <fcntl.h>
#include <nats/nats.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tests/support/messaging/loopback_server.h"

namespace parley {
namespace {

constexpr const char* kProgram = "/usr/sbin/nats-server";
constexpr const char* kStream = "EVENTS";
constexpr const char* kEverySubject = "parley.events.>";

void Must(natsStatus status) {
  if (status != NATS_OK) throw std::runtime_error(natsStatus_GetText(status));
}

// A connection of the test's own, with the streams behind it.
class Client {
 public:
  explicit Client(const std::string& url) {
    Must(natsConnection_ConnectTo(&connection_, url.c_str()));
    Must(natsConnection_JetStream(&streams_, connection_, nullptr));
  }
  ~Client() {
    jsCtx_Destroy(streams_);
    natsConnection_Destroy(connection_);
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  jsCtx* streams() const { return streams_; }

 private:
  natsConnection* connection_ = nullptr;
  jsCtx* streams_ = nullptr;
};

std::uint64_t LastOf(const Client& client) {
  jsStreamInfo* info = nullptr;
  Must(js_GetStreamInfo(&info, client.streams(), kStream, nullptr, nullptr));
  const std::uint64_t last = info->State.LastSeq;
  jsStreamInfo_Destroy(info);
  return last;
}

StreamMessage Read(const Client& client, std::uint64_t number) {
  natsMsg* message = nullptr;
  Must(js_GetMsg(&message, client.streams(), kStream, number, nullptr, nullptr));
  const char* id = "";
  natsMsgHeader_Get(message, "Nats-Msg-Id", &id);
  StreamMessage read{natsMsg_GetSubject(message), id,
                     std::string(natsMsg_GetData(message),
                                 static_cast<std::size_t>(natsMsg_GetDataLength(message)))};
  natsMsg_Destroy(message);
  return read;
}

std::string MakeFolder() {
  std::string folder = (std::filesystem::temp_directory_path() / "nats.XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no folder for nats-server");
  return folder;
}

bool Answers(int port) {
  const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const bool connected =
      ::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  ::close(descriptor);
  return connected;
}

// In the child, which asks for no memory.
[[noreturn]] void Become(char** arguments, pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);
  const int nowhere = ::open("/dev/null", O_RDWR);
  ::dup2(nowhere, STDOUT_FILENO);
  ::dup2(nowhere, STDERR_FILENO);
  ::execv(kProgram, arguments);
  ::_exit(1);
}

}  // namespace

NatsServer::NatsServer(std::vector<std::string> flags)
    : port_(UnusedPort()), folder_(MakeFolder()), flags_(std::move(flags)) {
  const std::vector<std::string> ours = {
      kProgram,      "--addr",      "127.0.0.1", "--port", absl::StrCat(port_),
      "--jetstream", "--store_dir", folder_};
  flags_.insert(flags_.begin(), ours.begin(), ours.end());
  Start();
}

NatsServer::~NatsServer() {
  Stop();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string NatsServer::url() const { return absl::StrCat("nats://127.0.0.1:", port_); }

void NatsServer::Stop() {
  if (pid_ <= 0) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
  pid_ = -1;
}

void NatsServer::Start() {
  std::vector<char*> arguments;
  for (std::string& flag : flags_) arguments.push_back(flag.data());
  arguments.push_back(nullptr);
  const pid_t parent = ::getpid();
  pid_ = ::fork();
  if (pid_ == 0) Become(arguments.data(), parent);
  const absl::Time latest = absl::Now() + absl::Minutes(1);
  while (!Answers(port_)) {
    if (absl::Now() > latest) throw std::runtime_error("nats-server does not answer");
    absl::SleepFor(absl::Milliseconds(5));
  }
}

void NatsServer::KeepEvents(int most_bytes) {
  const Client client(url());
  const char* subjects[] = {kEverySubject};
  jsStreamConfig stream;
  Must(jsStreamConfig_Init(&stream));
  stream.Name = kStream;
  stream.Subjects = subjects;
  stream.SubjectsLen = 1;
  stream.MaxMsgSize = most_bytes;
  if (js_AddStream(nullptr, client.streams(), &stream, nullptr, nullptr) == NATS_OK) return;
  Must(js_UpdateStream(nullptr, client.streams(), &stream, nullptr, nullptr));
}

std::vector<StreamMessage> NatsServer::Kept() const {
  const Client client(url());
  std::vector<StreamMessage> kept;
  for (std::uint64_t number = 1; number <= LastOf(client); ++number) {
    kept.push_back(Read(client, number));
  }
  return kept;
}

}  // namespace parley
