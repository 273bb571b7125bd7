// SPDX-License-Identifier: MIT
// The bounds of reading a mail. A mail that exceeds one is Unreadable with that bound as the reason, before
// the costly work on it begins; together they keep any mail under 300 ms and 48 MB.
#pragma once

#include <cstddef>

namespace mentoring::limits {

inline constexpr std::size_t mail_octets_max = 10 * 1024 * 1024;  // the whole mail, as it came
inline constexpr std::size_t field_octets_max = 64 * 1024;  // one header field; mimetic is quadratic here
inline constexpr std::size_t header_block_octets_max = 256 * 1024;  // all fields of one entity
inline constexpr std::size_t outline_octets_max = 1024 * 1024;      // the headers of all entities together
inline constexpr std::size_t boundary_octets_max = 1000;      // a multipart's boundary (RFC 2046 §5.1.1: 70)
inline constexpr int delimiter_lines_max = 100'000;           // lines that begin with "--" in a multipart
inline constexpr int depth_max = 50;                          // entities within entities; mimetic recurses
inline constexpr int parts_max = 1000;                        // entities in a mail
inline constexpr std::size_t text_octets_max = 1024 * 1024;   // readable text, in UTF-8
inline constexpr std::size_t html_octets_max = 512 * 1024;    // HTML source without over-long tags
inline constexpr int html_depth_max = 256;                    // libxml2 searches its stack at each end tag
inline constexpr int html_faults_max = 50'000;                // libxml2 takes a microsecond for each
inline constexpr std::size_t html_tag_octets_max = 4 * 1024;  // the rest of a tag (data: URIs) is dropped
inline constexpr std::size_t link_octets_max = 500;           // longer targets are not shown
inline constexpr int links_max = 200;                         // targets shown of one HTML
inline constexpr std::size_t report_octets_max = 64 * 1024;   // kept of one report part
inline constexpr std::size_t addresses_max = 1000;            // kept of one address field
inline constexpr std::size_t attachments_max = 1000;          // listed of a mail, files within files included
inline constexpr std::size_t references_max = 100;            // kept of In-Reply-To and References
inline constexpr std::size_t charset_sample_octets = 8 * 1024;  // looked at to guess a charset

}
