// SPDX-License-Identifier: MIT
#include "daemon/mail/imap_talk.h"

#include "daemon/mail/printable.h"

namespace mentoring {

namespace asio = boost::asio;

namespace {

// RFC 5530: what a NO says of itself.
bool is_passing(const ImapStatus& status) {
    return status.code == "UNAVAILABLE" || status.code == "INUSE" || status.code == "LIMIT" ||
           status.code == "SERVERBUG" || status.condition == ImapCondition::bad;
}

}

asio::awaitable<std::unique_ptr<ImapTalk>> ImapTalk::begin(MailServer server, Login login) {
    auto session = co_await Session::dial(server, std::move(login));
    std::unique_ptr<ImapTalk> talk(new ImapTalk(std::move(server), std::move(session)));
    // What was offered before the login may differ, and what came with it libcurl has read.
    co_await talk->require("CAPABILITY");
    co_return talk;
}

void ImapTalk::fail(const std::string& what, OutsideFailure::Kind kind) const {
    throw OutsideFailure(kind, server_.host + ":" + std::to_string(server_.port) + ": " + what);
}

void ImapTalk::note(const ImapResponse& response) {
    if (const auto* exists = std::get_if<ImapExists>(&response)) {
        news_ = news_ || exists->mails > mails_;
        mails_ = exists->mails;
    } else if (std::get_if<ImapExpunged>(&response) != nullptr) {
        if (mails_ > 0) --mails_;
    } else if (const auto* capabilities = std::get_if<ImapCapabilities>(&response)) {
        capabilities_ = capabilities->names;
    } else if (const auto* broken = std::get_if<ImapBroken>(&response)) {
        fail("not understood: " + broken->reason);
    } else if (const auto* untagged = std::get_if<ImapUntagged>(&response)) {
        if (untagged->status.condition == ImapCondition::bye)
            fail("the server says goodbye: " + printable(untagged->status.text));
    }
}

asio::awaitable<std::optional<ImapResponse>> ImapTalk::next_or_nothing() {
    auto response = reader_.next();
    while (!response) {
        const auto octets = co_await session_->read();
        if (octets.empty()) co_return std::nullopt;
        reader_.feed(octets);
        response = reader_.next();
    }
    note(*response);
    co_return response;
}

asio::awaitable<ImapResponse> ImapTalk::next() {
    auto response = co_await next_or_nothing();
    if (!response) fail("the server does not answer");
    co_return std::move(*response);
}

asio::awaitable<std::string> ImapTalk::send(std::string text) {
    auto tag = "m" + std::to_string(++commands_);
    const auto line = tag + " " + text + "\r\n";
    co_await session_->write(line);
    co_return tag;
}

asio::awaitable<ImapStatus> ImapTalk::command(std::string text, Untagged untagged) {
    session_->allow(server_.answering);
    const auto tag = co_await send(std::move(text));
    while (true) {
        auto response = co_await next();
        if (const auto* answer = std::get_if<ImapTagged>(&response)) {
            if (answer->tag != tag) fail("an answer to no question");
            co_return answer->status;
        }
        if (untagged) untagged(response);
    }
}

asio::awaitable<ImapStatus> ImapTalk::require(std::string text, Untagged untagged) {
    const auto verb = text.substr(0, text.find(' ', text.rfind("UID ", 0) == 0 ? 4 : 0));
    auto status = co_await command(std::move(text), std::move(untagged));
    if (status.condition == ImapCondition::ok) co_return status;
    const auto kind = is_passing(status) ? OutsideFailure::Kind::transient : OutsideFailure::Kind::permanent;
    const auto code = status.code.empty() ? std::string() : "[" + printable(status.code) + "] ";
    fail(verb + " refused: " + code + printable(status.text), kind);
}

asio::awaitable<bool> ImapTalk::idle(std::chrono::milliseconds span) {
    session_->allow(server_.answering);
    const auto tag = co_await send("IDLE");
    bool idles = false;
    while (!idles) {
        const auto response = co_await next();
        if (const auto* answer = std::get_if<ImapTagged>(&response)) {
            if (answer->tag != tag) fail("an answer to no question");
            co_return false;
        }
        idles = std::get_if<ImapContinuation>(&response) != nullptr;
    }
    session_->allow(span);
    idling_ = true;
    while (idling_ && !news_) {
        const auto response = co_await next_or_nothing();
        if (!response) break;
        if (std::get_if<ImapTagged>(&*response) != nullptr) fail("the server ended IDLE by itself");
    }
    idling_ = false;
    session_->allow(server_.answering);
    co_await session_->write("DONE\r\n");
    while (true) {
        const auto response = co_await next();
        const auto* answer = std::get_if<ImapTagged>(&response);
        if (answer != nullptr && answer->tag != tag) fail("an answer to no question");
        if (answer != nullptr) co_return true;
    }
}

void ImapTalk::wake() {
    if (!idling_) return;
    idling_ = false;
    session_->wake();
}

}
