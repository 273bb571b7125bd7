// SPDX-License-Identifier: MIT
#include "workflow/reading/bounce_words.h"

namespace mentoring {

const std::vector<std::string>& words_for_bounce_subject() {
    static const std::vector<std::string> words = plain_phrases(
        "returned mail|returned email|returned message|mail returned|undeliver|non deliver|"
        "nondeliver|non-deliver|not deliver|delivery status|delivery failure|delivery failed|"
        "failure notice|failed delivery|delivery report|delivery problem|delivery error|"
        "delivery notification|failure delivery|mail failure|mail delivery|mail system error|"
        "message delayed|delayed mail|delivery delayed|delivery delay|delivery has been delayed|"
        "could not be delivered|couldn't be delivered|cannot be delivered|was not delivered|"
        "not been delivered|smtp server: errors from|rejected mail|message rejected|mail rejected|"
        "mail status report|dsn:|ndn:|ndr:|transport error|aws notification message|"
        "your message couldn't be|message could not be|bounced mail|bounce notification|"
        "address not found|unzustellbar|nicht zustellbar|nicht zugestellt|zustellung fehlgeschlagen|"
        "zustellungsfehler|unzustellbarkeit|konnte nicht zugestellt|non remis|non distribue|"
        "non delivre|echec de la remise|echec de remise|echec de la distribution|remise differee|"
        "notification d'etat de remise|courrier non|no se puede entregar|no se pudo entregar|"
        "no entregado|no se ha podido entregar|error de entrega|mensaje devuelto|correo devuelto|"
        "notificacion de estado de entrega|fallo en la entrega|fallo de entrega|nao entregue|"
        "nao foi possivel entregar|falha na entrega|falha de entrega|"
        "notificacao de status de entrega|mensagem devolvida|mancato recapito|non recapitabile|"
        "mancata consegna|non consegnato|impossibile recapitare|messaggio non recapitato|"
        "onbestelbaar|niet bezorgd|kan niet worden bezorgd|kan ikke leveres|kunne ikke leveres|"
        "uleverbar|gar inte att leverera|ej levererbart|olevererbart|toimitusilmoitus|"
        "ei voitu toimittaa|niedostarczona|nie dostarczono|niedostarczone|zwrot poczty|nedoruciteln|"
        "nedorucen|kezbesithetetlen|nu a putut fi livrat|nelivrat|недоставленное|не доставлено|"
        "не может быть доставлено|уведомление о доставке|не доставлене|не удалось доставить|"
        "teslim edilemedi|iletilemedi|αδυναμια παραδοσης|δεν "
        "παραδοθηκε|配信不能|配信エラー|配信できません|未配信|退信|"
        "无法投递|投递失败|系统退信|無法傳遞|無法寄送|배달되지|배달 실패|전송 실패");
    return words;
}

const std::vector<std::string>& words_for_not_delivered() {
    static const std::vector<std::string> words = plain_phrases(
        "could not be delivered|couldn't be delivered|cannot be delivered|can not be delivered|"
        "can't be delivered|unable to deliver|not able to deliver|wasn't able to deliver|"
        "could not deliver|couldn't deliver|was not delivered|wasn't delivered|not been delivered|"
        "has not yet been delivered|delivery failed|delivery has failed|failed permanently|"
        "delivery to the following|undeliverable|undelivered|not deliverable|permanent fatal error|"
        "transient non-fatal error|had permanent|delivery problems|delivery errors|had fatal errors|"
        "error delivering your mail|attempting to deliver|trying to deliver|did not reach|"
        "could not be reached|couldn't be reached|user unknown|unknown user|unknown recipient|"
        "no such user|no such recipient|no mailbox here|mailbox unavailable|mailbox full|"
        "mailbox is full|mailbox exceeds|over quota|quota exceeded|exceeded the local limit|"
        "recipient name is not recognized|recipient not found|address rejected|does not exist|"
        "not found|invalid final delivery|undeliverable to|were rejected|was rejected|"
        "account is disabled|no valid recipients|incorrectly constructed|transcript of session|"
        "failure reasons|wasn't found|couldn't be found|non-delivered information|"
        "the following addresses|the following address|following recipients|following recipient|"
        "these recipients|has been delayed|is delayed|will be retried|will keep trying|"
        "still being retried|no account|doesn't have a|remote host said|said: 5|said: 4|smtp error|"
        "permanent failure|permanent error|temporary failure|message is too large|mail loop|"
        "may not exist|permission to post|konnte nicht zugestellt|nicht zustellbar|nicht zugestellt|"
        "zustellung fehlgeschlagen|fehler bei der zustellung|n'a pas pu etre remis|"
        "n'a pas pu etre distribue|n'a pas ete remis|impossible de remettre|n'existe pas|"
        "echec de la remise|no se pudo entregar|no se ha podido entregar|no se puede entregar|"
        "no ha podido ser entregado|no ha sido entregado|no existe|nao foi possivel entregar|"
        "nao pode ser entregue|nao foi entregue|nao existe|non e stato recapitato|"
        "impossibile recapitare|non e stato possibile|non e stato consegnato|kan niet worden bezorgd|"
        "kon niet worden|niet worden afgeleverd|kunne ikke leveres|kunde inte levereras|"
        "ei voitu toimittaa|nie mozna dostarczyc|nie zostala dostarczona|nepodarilo se dorucit|"
        "nelze dorucit|не может быть доставлено|не удалось доставить|не было доставлено|"
        "не доставлено|не існує|не существует|teslim edilemedi|δεν ηταν "
        "δυνατη|送信できませんでした|配信できません|"
        "配信されません|見つかりません|お届けできません|送信に失敗|配達できません|存在しないか|无法投递|"
        "无法送达|無法傳遞|배달하지 못|전송하지 못");
    return words;
}

const std::vector<std::string>& words_for_still_trying() {
    static const std::vector<std::string> words = plain_phrases(
        "not yet been delivered|will be retried|will continue to be|will keep trying|"
        "will continue trying|still trying|temporary failure|transient non-fatal|"
        "no action is required on your part|delivery attempts will continue|"
        "you do not need to resend|have not yet been|temporarily unavailable|temporarily deferred|"
        "temporarily rejected|is delayed|will try again|keeps trying|has been delayed|"
        "es wird weiter versucht|weitere zustellversuche|se seguira intentando|se volvera a intentar|"
        "nouvelle tentative|nouvelles tentatives");
    return words;
}

const std::vector<std::string>& words_for_returned_letter() {
    static const std::vector<std::string> words = plain_phrases(
        "below this line is a copy|this is a copy of|original message follows|message headers follow|"
        "original message -|- original message|unsent message follows|original message headers|"
        "original message header|returned message -|copy of the message header|below is a copy of|"
        "is following. -|undelivered message follows|returned mail follows|message text follows|"
        "message follows|headers of the original|original mail info|body of message generated|"
        "returned message follows|ursprungliche nachricht|message d'origine|mensaje original|"
        "original mail as follows");
    return words;
}

const Openings& words_for_mail_server() {
    static const Openings words(
        "mailer-daemon|mailer daemon|mailerdaemon|mailer_daemon|mail-daemon|maildaemon|daemon|"
        "postmaster|post_master|post master|mail delivery|mail.delivery|maildelivery|mail-delivery|"
        "mail deliver system|mail administrator|mail system|mail server|mailsystem|"
        "system administrator|systemadministrator|administrateur systeme|administrador del sistema|"
        "administrador de sistema|amministratore di sistema|mailadmin|mmsc ndr|"
        "interscan notification|bounce|bounces|microsoft outlook|microsoft exchange|ndr|"
        "internet mail delivery|mail notification|auto-notify|mail transfer|lotus notes router|"
        "groupwise");
    return words;
}

}
