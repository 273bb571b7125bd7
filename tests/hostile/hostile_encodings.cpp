// SPDX-License-Identifier: MIT
#include "tests/hostile/hostile_mails.h"

namespace mentoring::hostile {

namespace {

std::function<std::string(std::size_t)> encoded(std::string type, std::string encoding, std::string part) {
    return [=](std::size_t octets) {
        return filled("Content-Type: " + type + "\nContent-Transfer-Encoding: " + encoding + "\n\n", part,
                      octets);
    };
}

std::function<std::string(std::size_t)> in_charset(std::string charset, std::string part) {
    return encoded("text/plain; charset=" + charset, "8bit", std::move(part));
}

}

std::vector<Kind> of_encodings() {
    const std::string text = "text/plain; charset=utf-8", html = "text/html; charset=utf-8";
    std::vector<Kind> kinds = {
        {"base64 of a file", encoded("application/pdf; name=a.pdf", "base64", std::string(76, 'Q') + "\n")},
        {"base64 of text", encoded(text, "base64", "eWVzIHllcyBubyBubyAx\n")},
        {"base64 in one line", encoded(text, "base64", "eWVz")},
        {"base64 of HTML", encoded(html, "base64", "PGI+eWVzPC9iPiA8aT5u")},
        {"base64 of rubbish", encoded(text, "base64", "=!\xE9* ")},
        {"base64 of padding", encoded(text, "base64", "=")},
        {"quoted-printable of breaks", encoded(text, "quoted-printable", "=\n")},
        {"quoted-printable of octets", encoded(text, "quoted-printable", "=C3=A9")},
        {"quoted-printable, broken", encoded(text, "quoted-printable", "=G=\xFF=")},
        {"quoted-printable of blanks", encoded(text, "quoted-printable", "a \t \n")},
        {"quoted-printable of HTML", encoded(html, "quoted-printable", "<b=\n>yes</b>=20")},
        {"uuencode as encoding", encoded(text, "x-uuencode", "M" + std::string(60, '!') + "\n")},
        {"begins of uuencode", encoded(text, "7bit", "begin 644 a.txt\n")},
        {"files of uuencode", encoded(text, "7bit", "begin 644 a\n#86)C\n`\nend\n")},
        {"a file of uuencode", encoded(text, "7bit", "M" + std::string(60, '!') + "\n")},
        {"flowed text", encoded("text/plain; format=flowed", "7bit", "yes \n")},
        {"flowed quotes", encoded("text/plain; format=flowed; delsp=yes", "7bit", ">>>> yes \n")},
        {"an unknown encoding", encoded(text, "x-no-such", "yes ")},
    };
    for (const auto& [charset, part] : {std::pair<const char*, const char*>{"utf-8", "\xC3"},
                                        {"utf-8", "\xF0\x9F\x91\x8D"},
                                        {"utf-7", "+AOk-"},
                                        {"utf-7", "+"},
                                        {"utf-16", "a\xD8"},
                                        {"iso-2022-jp", "\x1B$B%F\x1B(B"},
                                        {"iso-2022-kr", "\x1B$)C\x0E%F\x0F"},
                                        {"gb18030", "\x81\x30\x81\x30"},
                                        {"shift_jis", "\x83\x65"},
                                        {"windows-1252", "\x80"},
                                        {"no-such-charset", "\xE9\xE8"},
                                        {"us-ascii", "\xD0\xD2"}})
        kinds.push_back({"text in " + std::string(charset) + " of " + std::to_string(part[0] & 0xFF),
                         in_charset(charset, part)});
    return kinds;
}

}
