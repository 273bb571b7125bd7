// SPDX-License-Identifier: MIT
#include "daemon/mail/charset.h"

#include <catch2/catch.hpp>

#include "daemon/mail/charset_guess.h"
#include "daemon/mail/utf8.h"

using namespace mentoring;

TEST_CASE("text in the charsets of mail becomes UTF-8") {
    const auto good = [](std::string_view bytes, const char* charset, const char* text) {
        INFO(charset);
        CHECK(to_utf8(bytes, charset) == text);
    };
    good("plain", "us-ascii", "plain");
    good("caf\xE9", "ISO-8859-1", "café");
    good("\x80 \x93x\x94", "iso-8859-1", "€ “x”");  // what says Latin-1 is Windows-1252
    good("\xA4", "iso-8859-15", "€");
    good("\xEF\xF0\xE8", "windows-1251", "при");
    good("\xD0\xD2\xC9", "koi8-r", "при");
    good("\xC4\xE3\xBA\xC3", "gb2312", "你好");
    good("\xA7\x41\xA6\x6E", "big5", "你好");
    good("\x83\x65\x83\x58\x83\x67", "x-sjis", "テスト");
    good("\x1B$B%F%9%H\x1B(B", "iso-2022-jp", "テスト");
    good("\xBE\xC8\xB3\xE7", "ks_c_5601-1987", "안녕");
    good("caf+AOk-", "unicode-1-1-utf-7", "café");
    good("caf\x82", "cp-850", "café");
    good("\xF9\xEC\xE5\xED", "iso-8859-8-i", "שלום");
    good("caf\xC3\xA9", "utf8", "café");
    good("caf\xC3\xA9", "\"utf-8\"", "café");
}

TEST_CASE("a charset that is missing or wrong is made up for") {
    CHECK(to_utf8("caf\xC3\xA9", "") == "café");
    CHECK(to_utf8("caf\xE9", "") == "café");
    CHECK(to_utf8("caf\xE9", "us-ascii") == "café");        // 8-bit in ASCII
    CHECK(to_utf8("caf\xE9", "utf-8") == "café");           // no UTF-8
    CHECK(to_utf8("caf\xC3\xA9", "iso-8859-1") == "café");  // UTF-8 under a wrong name
    CHECK(to_utf8("caf\xE9", "x-no-such-charset") == "café");
    CHECK(to_utf8("\xF0\xD2\xC9", "", "koi8-r") == "При");  // as the body is
    CHECK(to_utf8("\x1B$B%F%9%H\x1B(B", "") == "テスト");   // escapes tell
    CHECK(to_utf8("Fr+APY-sche", "", "utf-7") == "Frösche");
    CHECK(to_utf8("C++ and 1+1-2", "", "utf-7") == "C++ and 1+1-2");
    CHECK(to_utf8("Fr+APY-sche", "", "utf-8") == "Fr+APY-sche");
    CHECK(to_utf8("caf\xC3\xA9 th\xC3\xA9 ol\xC3\xA9 \xC3\xA9t\xC3\xA9 \xC3", "utf-8") ==
          "café thé olé été \uFFFD");  // cut
}

TEST_CASE("undeclared Russian is detected in a sentence") {
    const std::string koi8 =
        "\xFA\xC4\xD2\xC1\xD7\xD3\xD4\xD7\xD5\xCA\xD4\xC5, \xDC\xD4\xCF \xD0\xC9\xD3\xD8\xCD\xCF "
        "\xCE\xC1\xD0\xC9\xD3\xC1\xCE\xCF \xD0\xCF-\xD2\xD5\xD3\xD3\xCB\xC9 \xC9 \xC2\xC5\xDA "
        "\xCB\xCF\xC4\xC9\xD2\xCF\xD7\xCB\xC9.";
    CHECK(guess_charset(koi8) == "koi8-r");
    CHECK(to_utf8(koi8, "", guess_charset(koi8)) ==
          "Здравствуйте, это письмо написано по-русски и без кодировки.");
}

TEST_CASE("undeclared Western European is not taken for anything else") {
    for (const char* text :
         {"Bonjour, je serai absent jusqu'\xE0 la fin de l'\xE9t\xE9, merci de votre compr\xE9hension.",
          "Ma\xF1"
          "ana no puedo, \xBFqu\xE9 tal el lunes? Un saludo, Jos\xE9",
          "Sch\xF6nen Gru\xDF, ich bin n\xE4"
          "chste Woche nicht im B\xFCro.",
          "Yes \x96 I\x92"
          "d be happy to"})
        CHECK(guess_charset(text) == "windows-1252");
    CHECK(guess_charset("").empty() == false);
}

TEST_CASE("the result is always UTF-8 without NUL") {
    std::string octets;
    for (int i = 0; i < 256; ++i) octets += static_cast<char>(i);
    for (const char* charset : {"", "utf-8", "utf-7", "utf-16", "big5", "gb18030", "iso-2022-jp",
                                "iso-2022-kr", "hz-gb-2312", "windows-1252", "scsu"}) {
        INFO(charset);
        const auto text = to_utf8(octets, charset);
        CHECK(is_utf8(text));
        CHECK(text.find('\0') == std::string::npos);
    }
}

TEST_CASE("printable ASCII is told from controls at every place") {
    for (std::size_t i = 0; i < 20; ++i)
        for (const char odd : {'\0', '\x1F', '\x7F', '\x80', '\xFF'}) {
            std::string text(20, 'a');
            CHECK(is_printable_ascii(text));
            text[i] = odd;
            CHECK_FALSE(is_printable_ascii(text));
        }
    CHECK(is_printable_ascii(" ~"));
}
