// SPDX-License-Identifier: MIT
#include "daemon/stations/understand.h"

#include <utility>

#include "daemon/mail/read_mail.h"
#include "workflow/reading/absence.h"
#include "workflow/reading/automatic.h"

namespace mentoring {

Understood understand(Mail mail, const OurSide& ours) {
    Understood understood;
    understood.bounce = read_bounce(mail);
    understood.reply = reply_text(mail.quoted_text, ours.letters, mail.from.name);
    understood.kind = kind_of(mail, understood.bounce, understood.reply.visible, ours.signs, ours.token);
    if (understood.kind.kind == Kind::automatic) understood.back = return_date(mail, ours.today);
    understood.flagged_as_spam = flagged_as_spam(mail);
    understood.mail = std::move(mail);
    return understood;
}

Understood understand(std::string_view raw, const OurSide& ours) {
    auto read = read_mail(raw);
    if (auto* mail = std::get_if<Mail>(&read)) return understand(std::move(*mail), ours);
    Understood understood;
    understood.kind = {Kind::unreadable, std::get<Unreadable>(read).reason};
    return understood;
}

}
