// SPDX-License-Identifier: Apache-2.0
#include "tests/support/postgres/fault_proxy.h"

#include <libpq-fe.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace parley {
namespace {

constexpr std::string_view kSocket = "/.s.PGSQL.5432";
constexpr std::size_t kHeader = 5;  // A type and the length, which counts itself.

std::string HostOf(const std::string& address) {
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
      PQconninfoParse(address.c_str(), nullptr), &PQconninfoFree);
  for (const PQconninfoOption* each = options.get(); each != nullptr && each->keyword; ++each) {
    if (std::strcmp(each->keyword, "host") == 0 && each->val != nullptr) return each->val;
  }
  throw std::runtime_error("the proxy needs a server on a Unix socket");
}

sockaddr_un AddressAt(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof(address.sun_path)) throw std::runtime_error("too long: " + path);
  std::strncpy(address.sun_path, path.c_str(), sizeof(address.sun_path) - 1);
  return address;
}

// NOLINTNEXTLINE(google-readability-casting): how the sockets' interface takes addresses.
const sockaddr* Plain(const sockaddr_un& a) { return reinterpret_cast<const sockaddr*>(&a); }

std::uint32_t LengthAt(std::string_view bytes) {
  std::uint32_t length = 0;
  for (const char byte : bytes.substr(0, 4)) {
    length = (length << 8U) | static_cast<unsigned char>(byte);
  }
  return length;
}

bool SendAll(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

// The next bytes; empty at the end.
std::string Receive(int socket) {
  std::array<char, 65536> buffer{};
  const ssize_t got = recv(socket, buffer.data(), buffer.size(), 0);
  return {buffer.data(), got > 0 ? static_cast<std::size_t>(got) : 0};
}

// Takes whole messages off the front of what one side said.
class Messages {
 public:
  // A client's first message has no type.
  explicit Messages(bool starts_up) : starts_up_(starts_up) {}

  void Add(std::string_view bytes) { pending_ += bytes; }

  // Empty when no whole message is there.
  std::string Next() {
    const std::size_t type = starts_up_ ? 0 : 1;
    if (pending_.size() < type + 4) return {};
    const std::size_t size = type + LengthAt(std::string_view(pending_).substr(type));
    if (pending_.size() < size) return {};
    starts_up_ = false;
    std::string message = pending_.substr(0, size);
    pending_.erase(0, size);
    return message;
  }

 private:
  bool starts_up_;
  std::string pending_;
};

// The Bind message of the prepared statement "commit": portal, statement, and so on.
bool AsksForCommit(std::string_view message) {
  return message.size() > kHeader && message.front() == 'B' &&
         message.substr(kHeader + 1).starts_with(std::string_view("commit\0", 7));
}

// CommandComplete of COMMIT.
bool TellsOfCommit(std::string_view message) {
  return message.front() == 'C' && message.substr(kHeader).starts_with("COMMIT");
}

// One client's link to the server.
class Link {
 public:
  Link(int client, int server, std::atomic<Cut>& cut, std::atomic<int>& round_trips)
      : client_(client), server_(server), cut_(cut), round_trips_(round_trips) {}
  ~Link() {
    close(client_);
    close(server_);
  }
  Link(const Link&) = delete;
  Link& operator=(const Link&) = delete;

  void Run() {
    std::array<pollfd, 2> ends = {{{client_, POLLIN, 0}, {server_, POLLIN, 0}}};
    while (poll(ends.data(), ends.size(), -1) > 0) {
      if (ends[0].revents != 0 && !FromClient()) return;
      if (ends[1].revents != 0 && !FromServer()) return;
    }
  }

 private:
  bool FromClient() {
    const std::string bytes = Receive(client_);
    if (bytes.empty()) return false;
    if (heard_) ++round_trips_;
    heard_ = false;
    to_server_.Add(bytes);
    std::string out;
    for (std::string message = to_server_.Next(); !message.empty(); message = to_server_.Next()) {
      if (AsksForCommit(message)) mine_ = cut_.exchange(Cut::kNever);
      if (mine_ == Cut::kBeforeCommit) break;
      out += message;
    }
    const bool sent = SendAll(server_, out);
    return sent && mine_ != Cut::kBeforeCommit && mine_ != Cut::kAfterCommit;
  }

  bool FromServer() {
    const std::string bytes = Receive(server_);
    if (bytes.empty()) return false;
    heard_ = true;
    if (mine_ == Cut::kBeforeReply) {
      to_client_.Add(bytes);
      for (std::string said = to_client_.Next(); !said.empty(); said = to_client_.Next()) {
        if (TellsOfCommit(said)) return false;
        if (!SendAll(client_, said)) return false;
      }
      return true;
    }
    return SendAll(client_, bytes);
  }

  int client_;
  int server_;
  std::atomic<Cut>& cut_;
  std::atomic<int>& round_trips_;
  Cut mine_ = Cut::kNever;
  bool heard_ = true;
  Messages to_server_{true};
  Messages to_client_{false};
};

}  // namespace

FaultProxy::FaultProxy(const std::string& server) : target_(HostOf(server) + std::string(kSocket)) {
  std::string folder = "/tmp/parley-proxy.XXXXXX";
  if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no folder for the proxy");
  folder_ = folder;
  const sockaddr_un address = AddressAt(folder_ + std::string(kSocket));
  listener_ = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (bind(listener_, Plain(address), sizeof(address)) != 0 || listen(listener_, 64) != 0) {
    throw std::runtime_error("the proxy cannot listen");
  }
  acceptor_ = std::thread([this] { Accept(); });
}

FaultProxy::~FaultProxy() {
  shutdown(listener_, SHUT_RDWR);
  acceptor_.join();
  close(listener_);
  for (std::thread& link : links_) link.join();
  std::filesystem::remove_all(folder_);
}

void FaultProxy::Accept() {
  while (true) {
    const int client = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) return;
    const std::scoped_lock lock(mutex_);
    links_.emplace_back([this, client] { Serve(client); });
  }
}

void FaultProxy::Serve(int client) {
  const int server = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_un address = AddressAt(target_);
  Link link(client, server, cut_, round_trips_);
  if (connect(server, Plain(address), sizeof(address)) == 0) link.Run();
}

}  // namespace parley
