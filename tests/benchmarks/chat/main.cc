// SPDX-License-Identifier: Apache-2.0
// Callers who chat, many of them, for infra/bench chat.
//   bench_chat idle ADDRESS TOKEN COUNT             holds COUNT chats of the team, until stdin ends
//   bench_chat fan PERSONS TEAM TOKEN RATE READERS SECONDS
//     persons at one server say RATE lines a second, each read by READERS of the team at another
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

// A server takes so many at a time who come new, and refuses more.
constexpr std::size_t kMostOpening = 200;

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
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
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
    if (at >= kMostOpening) WaitFor(opened, at - kMostOpening);
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
  Times(std::size_t lines, std::size_t readers)
      : readers_(readers), said_(lines), read_(lines * readers) {}

  void Said(std::size_t number) { said_[number] = Steady::now(); }
  void Read(std::size_t number, std::size_t reader) {
    read_[number * readers_ + reader] = Steady::now();
    ++count_;
  }
  const std::atomic<std::size_t>& count() const { return count_; }

  // Milliseconds, sorted.
  std::vector<double> Latencies() const {
    std::vector<double> all;
    for (std::size_t at = 0; at < read_.size(); ++at) {
      if (read_[at] == Steady::time_point()) continue;
      const auto took = read_[at] - said_[at / readers_];
      all.push_back(std::chrono::duration<double, std::milli>(took).count());
    }
    std::sort(all.begin(), all.end());
    return all;
  }

 private:
  const std::size_t readers_;
  std::vector<Steady::time_point> said_;
  std::vector<Steady::time_point> read_;  // By line and reader.
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

struct Fan {
  double rate = 0;
  double seconds = 0;
  std::size_t readers = 0;

  std::size_t lines() const { return static_cast<std::size_t>(rate * seconds); }
};

// Says the lines at their times, and waits until all are read or half a minute is over; returns
// the seconds that it took.
double SayAll(const Fan& fan, const Chatters& persons, Times& times) {
  const Ids ids;
  const auto start = Steady::now();
  for (std::size_t number = 0; number < fan.lines(); ++number) {
    std::this_thread::sleep_until(
        start + std::chrono::duration_cast<Steady::duration>(
                    std::chrono::duration<double>(static_cast<double>(number) / fan.rate)));
    times.Said(number);
    persons[number % persons.size()]->Say(ids.Of(number + 1), std::to_string(number));
  }
  const auto until = Steady::now() + std::chrono::seconds(30);
  while (times.count() < fan.lines() * fan.readers && Steady::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return std::chrono::duration<double>(Steady::now() - start).count();
}

int RunFan(const std::vector<std::string>& arguments) {
  const std::vector<Person> people = ReadPersons();
  const Fan fan{std::stod(arguments[3]), std::stod(arguments[5]), std::stoul(arguments[4])};
  Times times(fan.lines(), fan.readers);
  std::atomic<std::size_t> opened = 0;
  const auto count = [&](const v1::ChatResponse& frame) { opened += frame.has_opened() ? 1U : 0U; };
  Channels theirs(arguments[0]);
  Channels ours(arguments[1]);
  Chatters team;
  Chatters persons;
  for (const Person& person : people) {
    for (std::size_t reader = 0; reader < fan.readers; ++reader) {
      const auto take = [&, reader](const v1::ChatResponse& frame) {
        count(frame);
        if (frame.has_line()) times.Read(std::stoul(frame.line().text()), reader);
      };
      team.push_back(std::make_unique<Chatter>(ours.Next(), arguments[2], person.debtor, take));
    }
    persons.push_back(std::make_unique<Chatter>(theirs.Next(), person.token, person.debtor, count));
  }
  WaitFor(opened, team.size() + persons.size());
  const double took = SayAll(fan, persons, times);
  const std::vector<double> latencies = times.Latencies();
  EndAll(persons);
  EndAll(team);
  if (latencies.empty()) return EXIT_FAILURE;
  std::cout << fan.lines() << " " << latencies.size() << " " << took << " "
            << latencies[latencies.size() / 2] << " " << latencies[latencies.size() * 99 / 100]
            << std::endl;
  return latencies.size() == fan.lines() * fan.readers ? EXIT_SUCCESS : EXIT_FAILURE;
}

int Run(const std::vector<std::string>& arguments) {
  if (arguments.size() == 4 && arguments[0] == "idle") {
    return Idle(arguments[1], arguments[2], std::stoul(arguments[3]));
  }
  if (arguments.size() == 7 && arguments[0] == "fan") {
    return RunFan({arguments.begin() + 1, arguments.end()});
  }
  std::cerr << "bench_chat idle ADDRESS TOKEN COUNT\n"
               "bench_chat fan PERSONS TEAM TOKEN RATE READERS SECONDS\n";
  return EXIT_FAILURE;
}

}  // namespace
}  // namespace parley

int main(int count, char** arguments) { return parley::Run({arguments + 1, arguments + count}); }
