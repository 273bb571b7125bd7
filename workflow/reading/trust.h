// SPDX-License-Identifier: MIT
// How far a mail's From is vouched for by the server that took it in: Authentication-Results (RFC 8601) held
// against the trust settings of the mailbox. Only the field of the configured server counts; whatever a
// sender put below or under another name is not looked at.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "workflow/model/mail.h"

namespace mentoring {

// dmarc: DMARC passed for the domain of From (RFC 7489). dkim: a signature passed whose d= (or i=) is aligned
// with it. auth: the sender logged in to our own server as From (RFC 4954).
enum class TrustMethod { dmarc, dkim, auth };

// `topmost`: the first Authentication-Results field of the mail, and only if it is our server's. `ours`: each
// field of our server, right only where that server removes forged ones (RFC 8601 §5).
enum class ResultFields { topmost, ours };

struct TrustSettings {
    std::string authserv_id;  // empty: our server names none, and only a field without a name is its own
    ResultFields fields = ResultFields::topmost;
    std::set<TrustMethod> methods;  // empty: nothing is accepted, every decision needs the round trip
    bool operator==(const TrustSettings&) const = default;
};

// absent: no field of ours, or none that speaks about From. failed: our server says that From is forged.
enum class Vouching { absent, failed, accepted };

struct Trust {
    Vouching verdict = Vouching::absent;
    std::set<TrustMethod> accepted;
    std::string why;  // one phrase of our own, for `check --mail` and `explain`; no words of the mail's text
};

Trust trust_in(const std::vector<HeaderField>& fields, const TrustSettings& settings,
               std::string_view from_address);

// One result of one field: "dkim=pass header.d=example.org".
struct AuthenticationResult {
    std::string method;  // lower case
    std::string result;  // lower case
    struct Property {
        std::string name;  // "header.d", lower case
        std::string value;
    };
    std::vector<Property> properties;
};

struct AuthenticationResults {
    std::string authserv_id;  // lower case; empty where the field names none
    std::vector<AuthenticationResult> results;
};

// Total: what cannot be read as RFC 8601 §2.2 ends the list, so that half a field never adds a "pass".
AuthenticationResults authentication_results(std::string_view field_value);

// Equal, or one is a subdomain of the other (relaxed alignment without a public suffix list); a domain of one
// label is aligned with itself only.
bool aligned(std::string_view domain, std::string_view from_domain);

std::string_view to_string(TrustMethod method);
std::string_view to_string(Vouching verdict);

}
