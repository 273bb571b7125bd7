// SPDX-License-Identifier: MIT
#include "daemon/mail/header_words.h"

#include <catch2/catch.hpp>

using namespace mentoring;

TEST_CASE("encoded words become what was written") {
    const auto good = [](std::string_view value, const char* text) {
        INFO(value);
        CHECK(decode_words(value) == text);
    };
    good("plain", "plain");
    good("=?utf-8?Q?Caf=C3=A9?=", "Café");
    good("=?UTF-8?b?Q2Fmw6k=?=", "Café");
    good("=?iso-8859-1?Q?Caf=E9_au_lait?=", "Café au lait");
    good("a =?utf-8?Q?b?= c", "a b c");
    good("=?utf-8?Q?a?= =?utf-8?Q?b?=", "ab");       // the blank between words is no text
    good("=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=", "é");    // a character cut in two
    good("=?utf-8?B?w6k?=", "é");                    // padding missing
    good("=?utf-8?B?w6k=?==?utf-8?B?w6k=?=", "éé");  // no blank between
    good("=?utf-8*en?Q?caf=C3=A9?=", "café");        // RFC 2231 language
    good("=?utf-8?Q?raw blank?=", "raw blank");      // blanks inside
    good("=?utf-8?Q?cut=20off", "cut off");          // no end
    good("=?iso-2022-jp?B?GyRCJUYlOSVIGyhC?= =?iso-2022-jp?B?GyRCJUYlOSVIGyhC?=", "テストテスト");
    good("=?utf-8?Q?line=0D=0Abreak?=", "line  break");  // never two lines
    good("caf\xC3\xA9", "café");                         // raw UTF-8
    good("caf\xE9", "café");                             // raw Latin-1
    good("=?utf-8?Q?caf=E9?=", "café");                  // wrong charset
    good("=?gb2312?B?xOO6ww==?=", "你好");
    good("=?unicode-1-1-utf-7?Q?Fr+APY-sche?=", "Frösche");
    good("=?ks_c_5601-1987?B?vsiz5w==?=", "안녕");
}

TEST_CASE("what only looks like an encoded word stays") {
    const auto bad = [](std::string_view value) {
        INFO(value);
        CHECK(decode_words(value) == value);
    };
    bad("=?");
    bad("=?utf-8");
    bad("=?utf-8?");
    bad("=?utf-8?X?a?=");          // no such encoding
    bad("=?utf 8?Q?a?=");          // a blank in the charset
    bad("=?utf-8?Q?no end here");  // not cut off: blanks follow
    bad("is 1 =? 2");
}

TEST_CASE("raw octets are read in the charset that is likely") {
    CHECK(decode_words("\xF0\xD2\xC9", "koi8-r") == "При");
}
