// SPDX-License-Identifier: MIT
#include "tests/whole/load.h"

#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace mentoring {

namespace {

constexpr std::size_t large_octets = 10 * 1024 * 1024 - 4096;  // what is just still read
constexpr std::chrono::milliseconds sample_every{5};

std::string mail(const std::string& from, const std::string& to, const std::string& subject, int number,
                 const std::string& body) {
    return "From: " + from + "\r\nTo: " + to + "\r\nSubject: " + subject + "\r\nMessage-ID: <load-" +
           std::to_string(number) + "@example.test>\r\nDate: Mon, 23 Nov 2026 16:00:00 +0000\r\n\r\n" + body +
           "\r\n";
}

std::string bounce(int number) {
    return "From: MAILER-DAEMON@example.test\r\nTo: manager@example.test\r\nSubject: Undelivered Mail "
           "Returned "
           "to Sender\r\nMessage-ID: <load-" +
           std::to_string(number) +
           "@example.test>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; "
           "report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nIt could "
           "not "
           "be delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; "
           "mail.example.test\r\n\r\nFinal-Recipient: rfc822; nobody@example.test\r\nAction: "
           "failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n";
}

std::string mail_numbered(int number, const ReadLetter& answered) {
    const auto office = std::string("manager@example.test");
    if (number % 100 == 50)
        return mail("anna.bergen@example.test", answered.reply_to, "Re: " + answered.subject, number,
                    "STATUS");
    if (number % 10 < 6)
        return mail("news" + std::to_string(number) + "@elsewhere.test", office, "This week", number,
                    "What was new this week, and what will be.");
    if (number % 10 < 9)
        return mail("kate.doyle@example.test", office, "Slides", number,
                    "Hi Marie, the slides are attached.");
    return bounce(number);
}

// Her slides, as an attachment.
std::string large_mail(int number) {
    const std::string from = number % 2 ? "news@elsewhere.test" : "kate.doyle@example.test";
    std::string bytes =
        "From: " + from + "\r\nTo: manager@example.test\r\nSubject: Slides\r\nMessage-ID: <large-" +
        std::to_string(number) +
        "@example.test>\r\nDate: Mon, 23 Nov 2026 16:00:00 +0000\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
        "Hi Marie, the slides are attached.\r\n--b\r\nContent-Type: application/pdf; name=slides.pdf\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\n";
    const std::string line = std::string(76, 'A') + "\r\n";
    bytes.reserve(large_octets + 1000);
    while (bytes.size() < large_octets) bytes += line;
    return bytes + "--b--\r\n";
}

// As a delivery does it; the servers' own user must be able to read it.
class Maildir {
public:
    explicit Maildir(std::filesystem::path folder) : folder_(std::move(folder)) {
        if (::stat(folder_.c_str(), &owner_) != 0) throw std::runtime_error("no Maildir " + folder_.string());
        if (::mkdir((folder_ / "new").c_str(), 0700) == 0) own(folder_ / "new");
    }
    void lay_in(int number, const std::string& bytes) const {
        const auto name = std::to_string(1'800'000'000 + number) + ".M" + std::to_string(number) + ".load";
        const auto file = folder_ / "new" / name;
        std::ofstream(file, std::ios::binary) << bytes;
        own(file);
    }

private:
    void own(const std::filesystem::path& path) const {
        if (::chown(path.c_str(), owner_.st_uid, owner_.st_gid) != 0)
            throw std::runtime_error(path.string() + " cannot be given to the mail servers");
    }
    std::filesystem::path folder_;
    struct stat owner_ {};
};

void add_numbers(const std::string& line, const std::regex& pattern,
                 std::initializer_list<std::uint64_t*> sums) {
    std::smatch found;
    if (!std::regex_search(line, found, pattern)) return;
    std::size_t at = 1;
    for (auto* sum : sums) *sum += std::stoull(found[at++]);
}

// Looks at a process until it is told to stop.
class Watch {
public:
    explicit Watch(int process)
        : thread_([this, process] {
              while (!done_) {
                  most_ = std::max(most_.load(), memory_of(process).anonymous);
                  std::this_thread::sleep_for(sample_every);
              }
          }) {}
    ~Watch() { stop(); }
    long stop() {
        done_ = true;
        if (thread_.joinable()) thread_.join();
        return most_;
    }

private:
    std::atomic<bool> done_{false};
    std::atomic<long> most_{0};
    std::thread thread_;
};

}

Memory memory_of(int process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    Memory memory;
    for (std::string line; std::getline(status, line);) {
        std::istringstream words(line);
        std::string name;
        long kilobytes = 0;
        words >> name >> kilobytes;
        if (name == "RssAnon:") memory.anonymous = kilobytes;
        if (name == "VmHWM:") memory.highest = kilobytes;
    }
    return memory;
}

Counters counters_in(const std::filesystem::path& log, std::uintmax_t from) {
    static const std::regex received(
        "(\\d+) seen, (\\d+) kept, (\\d+) not ours, (\\d+) too big, in (\\d+) batches");
    static const std::regex decided(
        "decided (\\d+) mails and \\d+ waits in (\\d+) batches, (\\d+) set aside");
    std::ifstream stream(log);
    stream.seekg(static_cast<std::streamoff>(from));
    Counters sum;
    for (std::string line; std::getline(stream, line);) {
        add_numbers(line, received,
                    {&sum.seen, &sum.kept, &sum.not_ours, &sum.too_big, &sum.received_batches});
        add_numbers(line, decided, {&sum.decided, &sum.decided_batches, &sum.set_aside});
    }
    return sum;
}

void lay_in(Play& play, const Load& load, const ReadLetter& answered) {
    const Maildir maildir(play.host().folder() / "mail" / "example.test" / "manager");
    const int apart = load.large > 0 ? load.mails / load.large : load.mails + 1;
    for (int number = 1; number <= load.mails; ++number)
        maildir.lay_in(number, number % apart == apart / 2 ? large_mail(number / apart)
                                                           : mail_numbered(number, answered));
}

WorkedOff work_off(Play& play, std::chrono::seconds patience) {
    const auto log = play.folder() / "log";
    const auto from = std::filesystem::file_size(log);
    const auto begin = std::chrono::steady_clock::now();
    play.launch_daemon();
    Watch watch(play.daemon_pid());
    play.settle(patience);
    WorkedOff worked;
    worked.lasted =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    worked.anonymous_max = watch.stop();
    worked.highest = memory_of(play.daemon_pid()).highest;
    worked.counters = counters_in(log, from);
    return worked;
}

}
