// SPDX-License-Identifier: MIT
#include "tests/hostile/hostile_mails.h"

namespace mentoring::hostile {

namespace {

struct Bomb {
    std::string_view name, part;
};

constexpr Bomb bombs[] = {
    {"nested elements", "<div>"},
    {"nested quotes", "<blockquote>"},
    {"nested tables", "<table><tr><td>"},
    {"nested lists", "<ol><li>"},
    {"items", "<li>a"},
    {"numbered items", "<li value=99999>a</li>"},
    {"links", "<a href='https://example.org/a?b=c'>a</a> "},
    {"open links", "<a href='https://example.org/a'>a"},
    {"empty links", "<a href='https://example.org'></a>"},
    {"bold and not", "<b>a</b>"},
    {"crossed elements", "<b><i></b></i>a"},
    {"ends", "</b>"},
    {"breaks", "<br>"},
    {"rules", "<hr>"},
    {"paragraphs", "<p>a"},
    {"cells", "<td>a"},
    {"entities", "&amp;"},
    {"open entities", "&#x10FFFF&#1&bogus"},
    {"no-break blanks", "&nbsp;"},
    {"comments", "<!-- a -->"},
    {"open comments", "<!-- "},
    {"open tags", "<"},
    {"open attributes", "<a b='"},
    {"attributes", "<a b=c d=e f=g h=i j=k l=m n=o p=q r=s t=u>a"},
    {"classes of quotes", "<div class=gmail_quote>a</div>"},
    {"styles of quotes", "<div style='border:none;border-left:solid blue 1.5pt'>a</div>"},
    {"styles", "<style>a{b:c}</style>a"},
    {"scripts", "<script>a()</script>a"},
    {"hidden elements", "<head><title>a</title></head>a"},
    {"CDATA", "<![CDATA[a]]>"},
    {"instructions", "<?a b?>"},
    {"preformatted", "<pre>a\n b</pre>"},
    {"words", "yes "},
    {"one word", "a"},
    {"raw octets", "\xFF\xE9"},
    {"charsets", "<meta charset="},
    {"images", "<img src='data:image/png;base64,AAAAAAAAAAAAAAAAAAAAAAAA'>"},
    {"documents", "<html><body>a</body></html>"},
};

}

std::vector<Kind> of_html() {
    std::vector<Kind> kinds;
    for (const auto& bomb : bombs) {
        const auto mail = [=](std::size_t octets) {
            return filled("From: Bea <bea@example.org>\nContent-Type: text/html\n\n", bomb.part, octets);
        };
        kinds.push_back({"HTML: " + std::string(bomb.name), mail});
    }
    kinds.push_back({"HTML: one long tag", [](std::size_t octets) {
                         return filled("Content-Type: text/html\n\n<img src='", "x", octets) + "'>yes";
                     }});
    return kinds;
}

}
