// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/callback_server.h"

#include <httplib.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <semaphore>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "adapters/http/callback_signature.h"
#include "application/communication/unsubscribe_link.h"

namespace parley {
namespace {

constexpr std::size_t kMostRecentEvents = 100'000;
constexpr int kOk = 200;
constexpr int kNoContent = 204;
constexpr int kBadRequest = 400;
constexpr int kUnauthorised = 401;
constexpr int kNotFound = 404;
constexpr int kInternal = 500;
constexpr int kUnavailable = 503;
constexpr const char* kRetryAfterSeconds = "30";

// Scanners open links, so a page asks before anything happens. It says nothing about what the
// message was.
constexpr const char* kAskPage = R"(<!doctype html><meta charset="utf-8"><title>Unsubscribe</title>
<meta name="viewport" content="width=device-width"><form method="post">
<input type="hidden" name="List-Unsubscribe" value="One-Click">
<button style="font-size:1.2em">Unsubscribe · Darse de baja · Se désabonner · Abmelden</button>
</form>)";
constexpr const char* kDonePage = R"(<!doctype html><meta charset="utf-8"><title>Done</title>
<p lang="en">Done: we write to this address no more.
<p lang="es">Hecho: ya no escribiremos a esta dirección.
<p lang="fr">C’est fait : nous n’écrirons plus à cette adresse.
<p lang="de">Erledigt: An diese Adresse schreiben wir nicht mehr.)";
constexpr const char* kPastPage = R"(<!doctype html><meta charset="utf-8"><title>Expired</title>
<p lang="en">This link is no longer valid. Please answer the message instead.
<p lang="es">Este enlace ya no es válido. Por favor, responda al mensaje.
<p lang="fr">Ce lien n’est plus valable. Veuillez répondre au message.
<p lang="de">Dieser Link gilt nicht mehr. Bitte antworten Sie auf die Nachricht.)";

constexpr const char* kLaterPage = R"(<!doctype html><meta charset="utf-8"><title>Later</title>
<p lang="en">This did not work. Nothing has changed yet: please try again in a minute.
<p lang="es">No ha funcionado. Todavía no ha cambiado nada: inténtelo de nuevo en un minuto.
<p lang="fr">Cela n’a pas fonctionné. Rien n’a encore changé : réessayez dans une minute.
<p lang="de">Das ging nicht. Noch ist nichts geändert: Bitte versuchen Sie es gleich noch einmal.)";

void Show(httplib::Response& response, int status, const char* page) {
  response.status = status;
  response.set_header("Cache-Control", "no-store");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_header("Content-Security-Policy",
                      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
  response.set_content(page, "text/html; charset=utf-8");
}

// Threads that serve connections. While so many wait or are served no other is accepted: it waits
// with the kernel, which bounds them, too.
class BoundedThreads final : public httplib::TaskQueue {
 public:
  BoundedThreads(int threads, int most_waiting)
      : room_(threads + most_waiting), pool_(static_cast<std::size_t>(threads)) {}

  void enqueue(std::function<void()> task) override {
    room_.acquire();
    pool_.enqueue([this, task = std::move(task)] {
      task();
      room_.release();
    });
  }
  void shutdown() override { pool_.shutdown(); }

 private:
  std::counting_semaphore<> room_;
  httplib::ThreadPool pool_;
};

// The provider posts again what was answered with 500 and more.
int StatusOf(const absl::Status& status) {
  if (status.ok()) return kNoContent;
  if (absl::IsNotFound(status)) return kNotFound;
  return absl::IsUnavailable(status) ? kUnavailable : kInternal;
}

void Answer(httplib::Response& response, int status) {
  response.status = status;
  if (status == kUnavailable) response.set_header("Retry-After", kRetryAfterSeconds);
}

}  // namespace

absl::StatusOr<std::unique_ptr<CallbackServer>> CallbackServer::Start(
    const CallbackSettings& settings, const CallbackParts& parts, std::vector<CallbackRoute> routes,
    std::vector<InboundRoute> inbound) {
  std::unique_ptr<CallbackServer> started(
      new CallbackServer(settings, parts, std::move(routes), std::move(inbound)));
  httplib::Server& server = *started->server_;
  if (settings.port == 0) {
    started->port_ = server.bind_to_any_port(settings.host);
  } else if (server.bind_to_port(settings.host, settings.port)) {
    started->port_ = settings.port;
  }
  if (started->port_ <= 0) {
    return absl::UnavailableError(
        absl::StrCat("cannot take callbacks at ", settings.host, ":", settings.port));
  }
  started->listener_ = std::thread([&server] { server.listen_after_bind(); });
  // Stopped before it runs, it would not stop.
  while (!server.is_running()) std::this_thread::yield();
  return started;
}

CallbackServer::CallbackServer(const CallbackSettings& settings, const CallbackParts& parts,
                               std::vector<CallbackRoute> routes, std::vector<InboundRoute> inbound)
    : settings_(settings),
      parts_(parts),
      routes_(std::move(routes)),
      inbound_(std::move(inbound)),
      recent_(2 * settings.window, kMostRecentEvents),
      server_(std::make_unique<httplib::Server>()) {
  SetUp();
}

CallbackServer::~CallbackServer() {
  if (!listener_.joinable()) return;
  server_->stop();
  listener_.join();
}

void CallbackServer::SetUp() {
  const auto wait = absl::ToChronoMicroseconds(settings_.longest_wait);
  server_->set_read_timeout(wait);
  server_->set_write_timeout(wait);
  server_->set_payload_max_length(settings_.longest_body);
  // A thread is a connection's: one that rests between two requests would keep others waiting.
  server_->set_keep_alive_max_count(1);
  server_->new_task_queue = [this] {
    return new BoundedThreads(settings_.threads, settings_.most_waiting);
  };
  server_->set_exception_handler(
      [](const httplib::Request& /*request*/, httplib::Response& response,
         const std::exception_ptr& /*thrown*/) { response.status = kInternal; });
  server_->Post(R"(/callbacks/([a-z0-9_-]+))",
                [this](const httplib::Request& request, httplib::Response& response) {
                  OnCallback(request, response);
                });
  server_->Post(R"(/inbound/([a-z0-9_-]+))",
                [this](const httplib::Request& request, httplib::Response& response) {
                  OnInbound(request, response);
                });
  server_->Get(R"(/unsubscribe/[A-Za-z0-9_-]+)",
               [](const httplib::Request& /*request*/, httplib::Response& response) {
                 Show(response, kOk, kAskPage);
               });
  server_->Post(R"(/unsubscribe/([A-Za-z0-9_-]+))",
                [this](const httplib::Request& request, httplib::Response& response) {
                  OnUnsubscribe(request, response);
                });
}

void CallbackServer::OnCallback(const httplib::Request& request, httplib::Response& response) {
  const std::string provider = request.matches[1];
  const auto route =
      std::find_if(routes_.begin(), routes_.end(),
                   [&provider](const CallbackRoute& one) { return one.provider == provider; });
  if (route == routes_.end()) return Answer(response, kNotFound);
  if (!IsSigned(request, provider, route->secret)) return Answer(response, kUnauthorised);
  Take(*route, request.body, response);
}

bool CallbackServer::IsSigned(const httplib::Request& request, const std::string& provider,
                              const SensitiveText& secret) {
  const std::string timestamp = request.get_header_value("Parley-Timestamp");
  const std::string signature = request.get_header_value("Parley-Signature");
  const bool is_signed = IsSignedBy(secret.Reveal(), {timestamp, signature}, request.body,
                                    parts_.clock.Now(), settings_.window);
  if (!is_signed) Tell(provider, "signature");
  return is_signed;
}

// What is posted again is known by its provider's id: nobody needs to remember it here.
void CallbackServer::OnInbound(const httplib::Request& request, httplib::Response& response) {
  const std::string provider = request.matches[1];
  const auto route =
      std::find_if(inbound_.begin(), inbound_.end(),
                   [&provider](const InboundRoute& one) { return one.provider == provider; });
  if (route == inbound_.end() || parts_.inbound == nullptr) return Answer(response, kNotFound);
  if (!IsSigned(request, provider, route->secret)) return Answer(response, kUnauthorised);
  const auto posted = route->reader.Read(request.body, parts_.clock.Now());
  absl::Status taken = posted.status();
  if (posted.ok()) taken = parts_.inbound->Take(route->tenant, provider, *posted);
  if (absl::IsInvalidArgument(taken)) {
    Tell(provider, "content");
    return Answer(response, kBadRequest);
  }
  Answer(response, StatusOf(taken));
}

void CallbackServer::Take(const CallbackRoute& route, const std::string& body,
                          httplib::Response& response) {
  const absl::Time now = parts_.clock.Now();
  auto read = route.reader.Read(body, now);
  if (!read.ok()) {
    Tell(route.provider, "content");
    return Answer(response, kBadRequest);
  }
  if (!read->has_value()) return Answer(response, kNoContent);
  DeliveryReport& report = **read;
  report.provider = route.provider;
  const std::string event = absl::StrCat(route.provider, " ", report.event_id);
  if (recent_.Knows(event, now)) return Answer(response, kNoContent);
  const absl::Status taken = parts_.reports.Take(report);
  if (taken.ok()) recent_.Remember(event, now);
  Answer(response, StatusOf(taken));
}

void CallbackServer::OnUnsubscribe(const httplib::Request& request, httplib::Response& response) {
  const std::string token = request.matches[1];
  const auto asked = OpenUnsubscription(parts_.seals, token, parts_.clock.Now());
  if (!asked.has_value()) return Show(response, kNotFound, kPastPage);
  const absl::Status done = parts_.reports.Unsubscribe(*asked);
  if (done.ok()) return Show(response, kOk, kDonePage);
  Show(response, StatusOf(done), absl::IsNotFound(done) ? kPastPage : kLaterPage);
  Answer(response, StatusOf(done));
}

void CallbackServer::Tell(std::string_view provider, std::string_view what) {
  parts_.log.Write(LogLevel::kWarning, "callback_refused",
                   {{"provider", provider}, {"wrong", what}});
}

}  // namespace parley
