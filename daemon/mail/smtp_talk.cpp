// SPDX-License-Identifier: MIT
#include "daemon/mail/smtp_talk.h"

#include "daemon/mail/printable.h"

namespace mentoring {

namespace asio = boost::asio;

namespace {

constexpr int closing = 421;
constexpr int go_ahead = 354;
constexpr std::chrono::seconds leaving_patience{5};

bool is_done(const SmtpReply& reply) {
    return reply.code / 100 == 2;
}

SendVerdict verdict_of(const SmtpReply& reply, Delivery otherwise) {
    std::string words;
    for (const auto& line : reply.lines) words += words.empty() ? line : " " + line;
    SendVerdict verdict{otherwise, reply.code, reply.status, printable(words)};
    if (reply.code / 100 == 2) verdict.delivery = Delivery::accepted;
    if (reply.code / 100 == 4) verdict.delivery = Delivery::try_again;
    if (reply.code / 100 == 5) verdict.delivery = Delivery::refused;
    return verdict;
}

}

asio::awaitable<std::unique_ptr<SmtpTalk>> SmtpTalk::begin(MailServer server, Login login) {
    auto session = co_await Session::dial(server, std::move(login));
    std::unique_ptr<SmtpTalk> talk(new SmtpTalk(std::move(server), std::move(session)));
    co_await talk->greet();
    co_return talk;
}

void SmtpTalk::fail(const std::string& what) {
    throw OutsideFailure(OutsideFailure::Kind::transient,
                         server_.host + ":" + std::to_string(server_.port) + ": " + what);
}

// A reply too many would be taken for the answer to what is said now.
asio::awaitable<void> SmtpTalk::say(std::string_view octets) {
    if (!reader_.is_drained()) fail("an answer to no question");
    co_await session_->write(octets);
}

asio::awaitable<SmtpReply> SmtpTalk::reply() {
    auto next = reader_.next();
    while (!next) {
        const auto octets = co_await session_->read();
        if (octets.empty()) fail("the server does not answer");
        reader_.feed(octets);
        next = reader_.next();
    }
    if (const auto* broken = std::get_if<SmtpBroken>(&*next)) fail("not understood: " + broken->reason);
    auto reply = std::move(std::get<SmtpReply>(*next));
    if (reply.code == closing) usable_ = false;
    co_return reply;
}

// What was offered before TLS and login may differ from what is offered now.
asio::awaitable<void> SmtpTalk::greet() {
    const auto line = "EHLO " + server_.own_name + "\r\n";
    co_await say(line);
    const auto answer = co_await reply();
    if (!is_done(answer)) fail("EHLO refused: " + verdict_of(answer, Delivery::before_dot).reply);
    extensions_ = SmtpExtensions(answer);
}

// MAIL, RCPT and DATA in one write where that is offered. The reply is that of the first that was refused, or
// the go-ahead.
asio::awaitable<SmtpReply> SmtpTalk::envelope(const Envelope& letter) {
    const bool at_once = extensions_.offers("PIPELINING");
    const std::string commands[] = {mail_command(letter, extensions_), rcpt_command(letter, extensions_),
                                    "DATA\r\n"};
    const auto all = commands[0] + commands[1] + commands[2];
    if (at_once) co_await say(all);
    SmtpReply refusal;
    SmtpReply answer;
    for (const auto& command : commands) {
        if (!at_once) co_await say(command);
        answer = co_await reply();
        const bool last = &command == &commands[2];
        if (refusal.code == 0 && (last ? answer.code != go_ahead : !is_done(answer))) refusal = answer;
        if (!usable_ || (refusal.code != 0 && !at_once)) break;
    }
    if (refusal.code == 0) co_return answer;
    if (usable_) co_await abandon(at_once ? answer.code : 0);
    co_return refusal;
}

// RFC 2920 §3.1: a server may say "go ahead" although there is no recipient; an empty letter to nobody ends
// it. Whatever happens here, the refusal stands.
asio::awaitable<void> SmtpTalk::abandon(int data_code) {
    try {
        if (data_code == go_ahead) {
            co_await say(".\r\n");
            co_await reply();
        }
        if (!usable_) co_return;
        co_await say("RSET\r\n");
        const auto answer = co_await reply();
        usable_ = usable_ && is_done(answer);
    } catch (const OutsideFailure&) {
        usable_ = false;
    }
}

asio::awaitable<SendVerdict> SmtpTalk::content(const Envelope& letter, const MayEnd& may_end,
                                               std::chrono::milliseconds verdict_patience) {
    if (!co_await may_end(letter.id)) {
        usable_ = false;
        co_return SendVerdict{Delivery::before_dot, 0, "", "the sending could not be recorded"};
    }
    const auto octets = stuffed(letter.bytes);
    const auto begin = session_->octets_handed_over();
    std::string trouble;
    try {
        session_->allow(server_.answering + std::chrono::seconds(octets.size() / octets_a_second_min));
        co_await say(octets);
        session_->allow(verdict_patience);
        const auto answer = co_await reply();
        usable_ = usable_ && answer.code / 100 != 3;
        co_return verdict_of(answer, Delivery::unknown);
    } catch (const OutsideFailure& failure) {
        trouble = failure.what();
    }
    usable_ = false;
    const bool all = session_->octets_handed_over() - begin == octets.size();
    co_return SendVerdict{all ? Delivery::unknown : Delivery::before_dot, 0, "", printable(trouble)};
}

asio::awaitable<SendVerdict> SmtpTalk::deliver(const Envelope& letter, const MayEnd& may_end,
                                               std::chrono::milliseconds verdict_patience) {
    if (auto fault = fault_of(letter, extensions_)) co_return std::move(*fault);
    ++letters_;
    SendVerdict verdict;
    try {
        session_->allow(server_.answering);
        const auto answer = co_await envelope(letter);
        if (answer.code == go_ahead) co_return co_await content(letter, may_end, verdict_patience);
        if (answer.code >= 400) co_return verdict_of(answer, Delivery::before_dot);
        verdict.reply = "an answer that fits no question: " + std::to_string(answer.code);
    } catch (const OutsideFailure& failure) {
        verdict.reply = printable(failure.what());
    }
    usable_ = false;
    co_return verdict;
}

asio::awaitable<void> SmtpTalk::quit() {
    usable_ = false;
    try {
        session_->allow(leaving_patience);
        co_await session_->write("QUIT\r\n");
        co_await session_->read();
    } catch (const OutsideFailure&) {
        // The connection is given up anyway.
    }
}

}
