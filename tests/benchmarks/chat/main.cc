// SPDX-License-Identifier: Apache-2.0
// Callers who chat, many of them, for infra/bench chat.
//   bench_chat idle ADDRESS TOKEN COUNT             holds COUNT chats of the team, until stdin ends
//   bench_chat fan PERSONS TEAM TOKEN RATE SECONDS  persons at one server, the team at another
// Reads "DEBTOR PERSONS-TOKEN" from the standard input, a debtor a line, up to an empty line.
#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>
#include <grpcpp/create_channel.h>
#include <grpcpp/support/channel_arguments.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <functional>
#include <iomanip>
#include <iostream>
#include <memory>
#include <mutex>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "parley/v1/conversation_service.grpc.pb.h"

namespace parley {
namespace {

using Steady = std::chrono::steady_clock;

// As many as a server takes on one connection.
constexpr std::size_t kChatsAConnection = 100;

struct Person {
  std::string debtor;
  std::string token;
};

std::vector<Person> ReadPersons() {
  std::vector<Person> persons;
  std::string line;
  while (std::getline(std::cin, line) && !line.empty()) {
    std::istringstream words(line);
    Person one;
    words >> one.debtor >> one.token;
    persons.push_back(one);
  }
  return persons;
}

// Connections to a server, each with its share of chats.
class Channels {
 public:
  explicit Channels(std::string address) : address_(std::move(address)) {}

  std::shared_ptr<grpc::Channel> Next() {
    if (chats_++ % kChatsAConnection == 0) {
      grpc::ChannelArguments own;
      own.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
      channel_ = grpc::CreateCustomChannel(address_, grpc::InsecureChannelCredentials(), own);
    }
    return channel_;
  }

 private:
  const std::string address_;
  std::size_t chats_ = 0;
  std::shared_ptr<grpc::Channel> channel_;
};

// One caller who chats, without a thread of its own.
class Chatter final : public grpc::ClientBidiReactor<v1::ChatRequest, v1::ChatResponse> {
 public:
  using Take = std::function<void(const v1::ChatResponse&)>;

  Chatter(const std::shared_ptr<grpc::Channel>& channel, const std::string& token,
          const std::string& debtor, Take take)
      : stub_(v1::ConversationService::NewStub(channel)), take_(std::move(take)) {
    context_.AddMetadata("authorization", "Bearer " + token);
    v1::ChatRequest open;
    open.mutable_open()->set_parent(debtor);
    frames_.push_back(open);
    stub_->async()->Chat(&context_, this);
    StartRead(&read_);
    StartWrite(&frames_.front());
    StartCall();
  }

  void Say(const std::string& id, const std::string& text) {
    v1::ChatRequest frame;
    frame.mutable_say()->set_id(id);
    frame.mutable_say()->set_text(text);
    const std::lock_guard lock(mutex_);
    frames_.push_back(frame);
    if (frames_.size() == 1) StartWrite(&frames_.front());
  }

  void End() {
    context_.TryCancel();
    std::unique_lock lock(mutex_);
    over_.wait(lock, [this] { return done_; });
  }

  void OnReadDone(bool ok) override {
    if (!ok) return;
    take_(read_);
    StartRead(&read_);
  }
  void OnWriteDone(bool ok) override {
    const std::lock_guard lock(mutex_);
    frames_.pop_front();
    if (ok && !frames_.empty()) StartWrite(&frames_.front());
  }
  void OnDone(const grpc::Status& status) override {
    if (!status.ok() && status.error_code() != grpc::StatusCode::CANCELLED) {
      std::cerr << "a chat ended: " << status.error_message() << "\n";
    }
    const std::lock_guard lock(mutex_);
    done_ = true;
    over_.notify_all();
  }

 private:
  std::unique_ptr<v1::ConversationService::Stub> stub_;
  grpc::ClientContext context_;
  Take take_;
  v1::ChatResponse read_;
  std::mutex mutex_;
  std::condition_variable over_;
  std::deque<v1::ChatRequest> frames_;  // The first is being written.
  bool done_ = false;
};

using Chatters = std::vector<std::unique_ptr<Chatter>>;

void EndAll(Chatters& chatters) {
  for (const auto& one : chatters) one->End();
}

void WaitFor(const std::atomic<std::size_t>& count, std::size_t goal) {
  const auto deadline = Steady::now() + std::chrono::minutes(2);
  while (count < goal && Steady::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

int Idle(const std::string& address, const std::string& token, std::size_t count) {
  const std::vector<Person> persons = ReadPersons();
  Channels channels(address);
  std::atomic<std::size_t> opened = 0;
  Chatters chatters;
  for (std::size_t at = 0; at < count; ++at) {
    chatters.push_back(std::make_unique<Chatter>(
        channels.Next(), token, persons[at % persons.size()].debtor,
        [&](const v1::ChatResponse& frame) { opened += frame.has_opened() ? 1U : 0U; }));
    // A server takes so many at a time, and refuses more.
    if (at % kChatsAConnection == 0) WaitFor(opened, at > 200 ? at - 200 : 0);
  }
  WaitFor(opened, count);
  std::cout << opened << std::endl;
  std::string rest;
  std::getline(std::cin, rest);
  EndAll(chatters);
  return opened == count ? EXIT_SUCCESS : EXIT_FAILURE;
}

// When each thing was said and, by the other side, read.
class Times {
 public:
  explicit Times(std::size_t most) : said_(most), read_(most) {}

  void Said(std::size_t number) { said_[number] = Steady::now(); }
  void Read(std::size_t number) {
    read_[number] = Steady::now();
    ++count_;
  }
  const std::atomic<std::size_t>& count() const { return count_; }

  // Milliseconds, sorted.
  std::vector<double> Latencies(std::size_t said) const {
    std::vector<double> all;
    for (std::size_t at = 0; at < said; ++at) {
      if (read_[at] == Steady::time_point()) continue;
      all.push_back(std::chrono::duration<double, std::milli>(read_[at] - said_[at]).count());
    }
    std::sort(all.begin(), all.end());
    return all;
  }

 private:
  std::vector<Steady::time_point> said_;
  std::vector<Steady::time_point> read_;
  std::atomic<std::size_t> count_ = 0;
};

// Ids of this run alone.
class Ids {
 public:
  std::string Of(std::size_t number) const {
    const std::string digits = std::to_string(number);
    return run_ + "-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
  }

 private:
  static std::string AnyRun() {
    std::ostringstream digits;
    digits << std::hex << std::setw(8) << std::setfill('0') << std::random_device()();
    return digits.str();
  }

  const std::string run_ = AnyRun();
};

int Fan(const std::vector<std::string>& arguments) {
  const std::vector<Person> persons = ReadPersons();
  const double rate = std::stod(arguments[3]);
  const double seconds = std::stod(arguments[4]);
  const auto most = static_cast<std::size_t>(rate * seconds);
  Times times(most);
  const Ids ids;
  std::atomic<std::size_t> opened = 0;
  Channels theirs(arguments[0]);
  Channels ours(arguments[1]);
  Chatters team;
  Chatters all;
  for (const Person& person : persons) {
    team.push_back(std::make_unique<Chatter>(ours.Next(), arguments[2], person.debtor,
                                             [&](const v1::ChatResponse& frame) {
                                               if (frame.has_opened()) ++opened;
                                               if (frame.has_line())
                                                 times.Read(std::stoul(frame.line().text()));
                                             }));
    all.push_back(std::make_unique<Chatter>(
        theirs.Next(), person.token, person.debtor,
        [&](const v1::ChatResponse& frame) { opened += frame.has_opened() ? 1U : 0U; }));
  }
  WaitFor(opened, 2 * persons.size());
  const auto start = Steady::now();
  for (std::size_t number = 0; number < most; ++number) {
    std::this_thread::sleep_until(
        start + std::chrono::duration_cast<Steady::duration>(
                    std::chrono::duration<double>(static_cast<double>(number) / rate)));
    times.Said(number);
    all[number % all.size()]->Say(ids.Of(number + 1), std::to_string(number));
  }
  const auto until = Steady::now() + std::chrono::seconds(30);
  while (times.count() < most && Steady::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  const double took = std::chrono::duration<double>(Steady::now() - start).count();
  const std::vector<double> latencies = times.Latencies(most);
  EndAll(all);
  EndAll(team);
  if (latencies.empty()) return EXIT_FAILURE;
  std::cout << most << " " << latencies.size() << " " << took << " "
            << latencies[latencies.size() / 2] << " " << latencies[latencies.size() * 99 / 100]
            << std::endl;
  return latencies.size() == most ? EXIT_SUCCESS : EXIT_FAILURE;
}

int Run(const std::vector<std::string>& arguments) {
  if (arguments.size() == 4 && arguments[0] == "idle") {
    return Idle(arguments[1], arguments[2], std::stoul(arguments[3]));
  }
  if (arguments.size() == 6 && arguments[0] == "fan") {
    return Fan({arguments.begin() + 1, arguments.end()});
  }
  std::cerr << "bench_chat idle ADDRESS TOKEN COUNT | fan PERSONS TEAM TOKEN RATE SECONDS\n";
  return EXIT_FAILURE;
}

}  // namespace
}  // namespace parley

int main(int count, char** arguments) { return parley::Run({arguments + 1, arguments + count}); }
