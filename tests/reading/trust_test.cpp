// SPDX-License-Identifier: MIT
#include "workflow/reading/trust.h"

#include <catch2/catch.hpp>

#include "daemon/mail/read_mail.h"

using namespace mentoring;

namespace {

const TrustSettings all_methods{
    "mx.example.org", ResultFields::topmost, {TrustMethod::dmarc, TrustMethod::dkim, TrustMethod::auth}};

std::vector<HeaderField> mail_with(std::vector<std::string> results) {
    std::vector<HeaderField> fields{{"Received", "from a by b"}};
    for (auto& each : results) fields.push_back({"Authentication-Results", std::move(each)});
    fields.push_back({"From", "Ruth <ruth@clinic.org>"});
    return fields;
}

Vouching verdict(const std::string& results, const TrustSettings& settings = all_methods) {
    return trust_in(mail_with({results}), settings, "ruth@clinic.org").verdict;
}

void good(const std::string& results) {
    INFO(results);
    CHECK(verdict(results) == Vouching::accepted);
}

void bad(const std::string& results) {
    INFO(results);
    CHECK(verdict(results) != Vouching::accepted);
}

}

TEST_CASE("what our own server vouches for is accepted") {
    good("mx.example.org; dmarc=pass header.from=clinic.org");
    good("mx.example.org; dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=clinic.org");  // a comment
    good("MX.Example.ORG 1; DMARC=PASS header.from=Clinic.org");                          // case, version
    good("mx.example.org;\r\n\tdkim=pass header.d=clinic.org header.s=k1");               // folded
    good("mx.example.org; dkim=pass header.d=mail.clinic.org");  // relaxed: a subdomain signs
    good("mx.example.org; dkim=pass header.i=@clinic.org");      // i= where d= is missing
    good("mx.example.org; dkim=fail header.d=clinic.org; dkim=pass header.d=clinic.org");  // one is enough
    good(
        "mx.example.org; spf=softfail smtp.mailfrom=b+r=clinic.org@x.org; dmarc=pass header.from=clinic.org");
    good("mx.example.org; auth=pass smtp.auth=ruth@clinic.org");              // logged in as From
    good("mx.example.org; auth=pass (plain) smtp.auth=\"ruth@clinic.org\"");  // quoted
    good("mx.example.org; dkim/1 = pass reason=\"2048-bit; key\" header.d = clinic.org");  // blanks, reason
}

TEST_CASE("what does not vouch for From is not accepted") {
    bad("");                                                                 // nothing
    bad("mx.example.org; none");                                             // nothing was checked
    bad("mx.example.org");                                                   // only a name
    bad("evil.org; dmarc=pass header.from=clinic.org");                      // another server's word
    bad("mx.example.org.evil.org; dmarc=pass header.from=clinic.org");       // a longer name
    bad("dmarc=pass header.from=clinic.org");                                // no name though ours has one
    bad("mx.example.org; dmarc=pass header.from=evil.org");                  // about another domain
    bad("mx.example.org; dmarc=pass");                                       // about nobody
    bad("mx.example.org; dmarc=bestguesspass header.from=clinic.org");       // a guess
    bad("mx.example.org; dmarc=none header.from=clinic.org");                // no policy
    bad("mx.example.org; dkim=pass header.d=evil.org");                      // signed by a stranger
    bad("mx.example.org; dkim=pass header.d=evilclinic.org");                // ends alike, another domain
    bad("mx.example.org; dkim=pass header.d=org");                           // nobody is aligned with "org"
    bad("mx.example.org; dkim=pass header.d=evil.org header.d=clinic.org");  // two signers in one result
    bad("mx.example.org; dkim=neutral header.d=clinic.org");                 // not a pass
    bad("mx.example.org; spf=pass smtp.mailfrom=ruth@clinic.org");           // SPF says nothing of From
    bad("mx.example.org; auth=pass smtp.auth=mallory@clinic.org");           // a colleague's login
    bad("mx.example.org; auth=pass smtp.auth=ruth");             // a login at another domain than From
    bad("mx.example.org; auth=fail smtp.auth=ruth@clinic.org");  // failed login
    bad("mx.example.org; spf=pass (dmarc=pass header.from=clinic.org");  // an open comment
    bad("mx.example.org; spf=pass (; dmarc=pass header.from=clinic.org) smtp.mailfrom=a@b.org");  // in a
                                                                                                  // comment
    bad("mx.example.org; spf=pass smtp.mailfrom=\"; dmarc=pass header.from=clinic.org\"");  // in a string
    bad("mx.example.org; spf=pass smtp.mailfrom=\"; dmarc=pass header.from=clinic.org");    // an open string
    bad("mx.example.org; spf pass; dmarc=pass header.from=clinic.org");  // garbage ends the list
}

TEST_CASE("DMARC's failure is said as such, whatever else passed") {
    CHECK(verdict("mx.example.org; dmarc=fail header.from=clinic.org") == Vouching::failed);
    CHECK(verdict("mx.example.org; dmarc=fail (p=REJECT)") == Vouching::failed);
    CHECK(verdict("mx.example.org; auth=pass smtp.auth=ruth@clinic.org; dmarc=fail header.from=clinic.org") ==
          Vouching::failed);
    CHECK(verdict("mx.example.org; dmarc=fail header.from=other.org") == Vouching::absent);
    CHECK(verdict("evil.org; dmarc=fail header.from=clinic.org") == Vouching::absent);
}

TEST_CASE("only the topmost field is looked at") {
    const std::string ours = "mx.example.org; dmarc=pass header.from=clinic.org";
    const std::string strange = "evil.org; none";
    const std::string silent = "mx.example.org; dmarc=none header.from=clinic.org";
    CHECK(trust_in(mail_with({ours, strange}), all_methods, "ruth@clinic.org").verdict == Vouching::accepted);
    CHECK(trust_in(mail_with({strange, ours}), all_methods, "ruth@clinic.org").verdict == Vouching::absent);
    CHECK(trust_in(mail_with({silent, ours}), all_methods, "ruth@clinic.org").verdict == Vouching::absent);
    CHECK(trust_in(mail_with({}), all_methods, "ruth@clinic.org").verdict == Vouching::absent);
}

TEST_CASE("a server that strips forged fields may spread its word over several") {
    TrustSettings settings = all_methods;
    settings.fields = ResultFields::ours;
    const auto fields = mail_with({"mx.example.org; spf=pass smtp.mailfrom=a@b.org", "evil.org; dmarc=fail",
                                   "mx.example.org; dkim=pass header.d=clinic.org"});
    const Trust trust = trust_in(fields, settings, "ruth@clinic.org");
    CHECK(trust.verdict == Vouching::accepted);
    CHECK(trust.accepted == std::set{TrustMethod::dkim});
}

TEST_CASE("a server that names none is trusted only without a name") {
    const TrustSettings nameless{"", ResultFields::topmost, {TrustMethod::dmarc}};
    CHECK(verdict("spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=clinic.org; dkim=pass (signature was "
                  "verified) header.d=clinic.org;dmarc=pass action=none header.from=clinic.org;compauth=pass "
                  "reason=100",
                  nameless) == Vouching::accepted);
    CHECK(verdict("evil.org; dmarc=pass header.from=clinic.org", nameless) == Vouching::absent);
    CHECK(verdict("evil.org", nameless) == Vouching::absent);
}

TEST_CASE("only the methods of the settings count") {
    const TrustSettings dmarc_only{"mx.example.org", ResultFields::topmost, {TrustMethod::dmarc}};
    const Trust trust =
        trust_in(mail_with({"mx.example.org; dkim=pass header.d=clinic.org"}), dmarc_only, "ruth@clinic.org");
    CHECK(trust.verdict == Vouching::absent);
    CHECK(trust.why == "dkim passed, but the settings do not accept it");
    CHECK(verdict("mx.example.org; dmarc=pass header.from=clinic.org", {"mx.example.org", {}, {}}) ==
          Vouching::absent);
}

TEST_CASE("a login without domain is one of our own server's domain") {
    const auto own = [](const std::string& login, const std::string& from) {
        return trust_in({{"Authentication-Results", "mx.example.org; auth=pass smtp.auth=" + login}},
                        all_methods, from)
            .verdict;
    };
    CHECK(own("ruth", "ruth@example.org") == Vouching::accepted);
    CHECK(own("Ruth", "ruth@mx.example.org") == Vouching::accepted);
    CHECK(own("ruth", "ruth@clinic.org") == Vouching::absent);
    CHECK(own("ruth", "ruth@org") == Vouching::absent);
    CHECK(own("ruth", "ruth@sub.mx.example.org") == Vouching::absent);
}

TEST_CASE("a mail with two From fields or none that can be read is not vouched for") {
    auto fields = mail_with({"mx.example.org; dmarc=pass header.from=clinic.org"});
    CHECK(trust_in(fields, all_methods, "ruth at clinic").verdict == Vouching::absent);
    fields.push_back({"FROM", "mallory@clinic.org"});
    CHECK(trust_in(fields, all_methods, "ruth@clinic.org").verdict == Vouching::absent);
}

TEST_CASE("domains are aligned when equal or one is within the other") {
    CHECK(aligned("clinic.org", "clinic.org"));
    CHECK(aligned("mail.clinic.org", "clinic.org"));
    CHECK(aligned("clinic.org", "mail.clinic.org"));
    CHECK(aligned("localhost", "localhost"));
    CHECK_FALSE(aligned("", ""));
    CHECK_FALSE(aligned("org", "clinic.org"));
    CHECK_FALSE(aligned("evilclinic.org", "clinic.org"));
    CHECK_FALSE(aligned("mail.clinic.org", "lists.clinic.org"));
    CHECK_FALSE(aligned(".clinic.org", "clinic.org"));
}

TEST_CASE("a field beyond every bound is read in bounded time and vouches for nothing") {
    bad("mx.example.org; " + std::string(9000, '(') + " dmarc=pass header.from=clinic.org");
    bad(std::string(100, '(') + std::string(100, ')') + "mx.example.org; dmarc=pass header.from=clinic.org");
    std::string many = "mx.example.org";
    for (int i = 0; i < 100; ++i) many += "; spf=none";
    bad(many + "; dmarc=pass header.from=clinic.org");
}

TEST_CASE("an encoded word in the envelope sender adds no result") {
    const auto read = read_mail(
        "Authentication-Results: mx.example.org;\r\n"
        "\tspf=pass smtp.mailfrom==?utf-8?Q?a=3B_dmarc=3Dpass_header.from=3Dclinic.org_?=@evil.example\r\n"
        "From: ruth@clinic.org\r\nSubject: x\r\n\r\nMatch 1\r\n");
    const auto& mail = std::get<Mail>(read);
    CHECK(trust_in(mail.fields, all_methods, mail.from.address).verdict == Vouching::absent);
}

TEST_CASE("a folded field of a real mail is read as one") {
    const auto read = read_mail(
        "Received: from a by mx.example.org; Mon, 23 Nov 2026 09:00:00 +0000\r\n"
        "Authentication-Results: mx.example.org;\r\n       dkim=pass header.i=@clinic.org header.s=k1\r\n"
        "        header.b=AbC/+=;\r\n       dmarc=pass (p=NONE) header.from=clinic.org\r\n"
        "From: \"Ruth\" <ruth@clinic.org>\r\n\r\nyes\r\n");
    const auto& mail = std::get<Mail>(read);
    const Trust trust = trust_in(mail.fields, all_methods, mail.from.address);
    CHECK(trust.accepted == std::set{TrustMethod::dmarc, TrustMethod::dkim});
    CHECK(trust.why == "mx.example.org vouches for From by dmarc, dkim");
}
