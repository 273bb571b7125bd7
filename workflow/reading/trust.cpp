// SPDX-License-Identifier: MIT
#include "workflow/reading/trust.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

#include "workflow/model/address.h"

namespace mentoring {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

std::string_view domain_of(std::string_view address) {
    const auto at = address.rfind('@');
    return at == std::string_view::npos ? address : address.substr(at + 1);
}

std::ptrdiff_t count_named(const std::vector<HeaderField>& fields, std::string_view name) {
    return std::count_if(fields.begin(), fields.end(),
                         [&](const HeaderField& each) { return lowered(each.name) == name; });
}

std::vector<std::string> values(const AuthenticationResult& result, std::string_view property) {
    std::vector<std::string> found;
    for (const auto& each : result.properties)
        if (each.name == property) found.push_back(each.value);
    return found;
}

// Our server's word on From by one method: passed for it, failed, or nothing about it.
enum class Finding { silent, passed, failed };

Finding dmarc_finding(const AuthenticationResult& result, std::string_view from_domain) {
    const auto judged = values(result, "header.from");
    const bool about_from =
        judged.empty() || (judged.size() == 1 && lowered(domain_of(judged.front())) == from_domain);
    if (!about_from) return Finding::silent;
    if (result.result == "fail") return Finding::failed;
    return result.result == "pass" && !judged.empty() ? Finding::passed : Finding::silent;
}

Finding dkim_finding(const AuthenticationResult& result, std::string_view from_domain) {
    if (result.result != "pass") return Finding::silent;
    auto signers = values(result, "header.d");
    if (signers.empty()) signers = values(result, "header.i");
    const bool ours = signers.size() == 1 && aligned(lowered(domain_of(signers.front())), from_domain);
    return ours ? Finding::passed : Finding::silent;
}

// A login name without a domain is one of our server's own, so From must be in that server's domain.
bool logged_in_as(std::string_view login, const Address& from, std::string_view authserv_id) {
    if (const auto whole = address_from(login)) return same_mailbox(*whole, from);
    const bool own_domain = authserv_id == from.domain ||
                            (aligned(authserv_id, from.domain) && authserv_id.size() > from.domain.size());
    return own_domain && lowered(login) == lowered(from.local);
}

Finding auth_finding(const AuthenticationResult& result, const Address& from, std::string_view authserv_id) {
    if (result.result != "pass") return Finding::silent;
    const auto logins = values(result, "smtp.auth");
    return logins.size() == 1 && logged_in_as(logins.front(), from, authserv_id) ? Finding::passed
                                                                                 : Finding::silent;
}

struct Found {
    std::set<TrustMethod> passed;
    bool failed = false;
};

void look_at(const AuthenticationResults& field, const Address& from, Found& found) {
    for (const AuthenticationResult& each : field.results) {
        const auto note = [&](TrustMethod method, Finding finding) {
            if (finding == Finding::passed) found.passed.insert(method);
            if (finding == Finding::failed) found.failed = true;
        };
        if (each.method == "dmarc") note(TrustMethod::dmarc, dmarc_finding(each, from.domain));
        if (each.method == "dkim") note(TrustMethod::dkim, dkim_finding(each, from.domain));
        if (each.method == "auth") note(TrustMethod::auth, auth_finding(each, from, field.authserv_id));
    }
}

std::vector<AuthenticationResults> fields_of_our_server(const std::vector<HeaderField>& fields,
                                                        const TrustSettings& settings) {
    std::vector<AuthenticationResults> ours;
    for (const HeaderField& each : fields) {
        if (lowered(each.name) != "authentication-results") continue;
        auto results = authentication_results(each.value);
        if (results.authserv_id == lowered(settings.authserv_id)) ours.push_back(std::move(results));
        if (settings.fields == ResultFields::topmost) break;
    }
    return ours;
}

std::string listed(const std::set<TrustMethod>& methods) {
    std::string list;
    for (const TrustMethod each : methods) list += (list.empty() ? "" : ", ") + std::string(to_string(each));
    return list;
}

std::string server_name(const TrustSettings& settings) {
    return settings.authserv_id.empty() ? "a server without name" : settings.authserv_id;
}

Trust judged(const Found& found, const TrustSettings& settings) {
    if (found.failed) return {Vouching::failed, {}, "DMARC failed for the domain of From"};
    Trust trust;
    std::set_intersection(found.passed.begin(), found.passed.end(), settings.methods.begin(),
                          settings.methods.end(), std::inserter(trust.accepted, trust.accepted.end()));
    if (!trust.accepted.empty()) {
        trust.verdict = Vouching::accepted;
        trust.why = server_name(settings) + " vouches for From by " + listed(trust.accepted);
    } else if (!found.passed.empty()) {
        trust.why = listed(found.passed) + " passed, but the settings do not accept it";
    } else {
        trust.why = server_name(settings) + " says nothing that vouches for From";
    }
    return trust;
}

}

Trust trust_in(const std::vector<HeaderField>& fields, const TrustSettings& settings,
               std::string_view from_address) {
    const auto from = address_from(from_address);
    if (!from) return {Vouching::absent, {}, "From is no address"};
    // Of several From fields the server may have judged another one than we read (RFC 7489 §6.6.1).
    if (count_named(fields, "from") > 1) return {Vouching::absent, {}, "more than one From field"};
    const auto ours = fields_of_our_server(fields, settings);
    if (ours.empty()) {
        const std::string_view where = settings.fields == ResultFields::topmost ? "the topmost" : "any";
        return {
            Vouching::absent,
            {},
            "no Authentication-Results of " + server_name(settings) + " as " + std::string(where) + " field"};
    }
    Found found;
    for (const auto& each : ours) look_at(each, *from, found);
    return judged(found, settings);
}

bool aligned(std::string_view domain, std::string_view from_domain) {
    if (domain == from_domain) return !domain.empty();
    const auto shorter = domain.size() < from_domain.size() ? domain : from_domain;
    const auto longer = domain.size() < from_domain.size() ? from_domain : domain;
    if (shorter.find('.') == std::string_view::npos || shorter.size() + 1 >= longer.size()) return false;
    return longer.substr(longer.size() - shorter.size()) == shorter &&
           longer[longer.size() - shorter.size() - 1] == '.';
}

std::string_view to_string(TrustMethod method) {
    switch (method) {
        case TrustMethod::dmarc:
            return "dmarc";
        case TrustMethod::dkim:
            return "dkim";
        case TrustMethod::auth:
            return "auth";
    }
    return "";
}

std::string_view to_string(Vouching verdict) {
    switch (verdict) {
        case Vouching::absent:
            return "absent";
        case Vouching::failed:
            return "failed";
        case Vouching::accepted:
            return "accepted";
    }
    return "";
}

}
