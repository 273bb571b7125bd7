// SPDX-License-Identifier: MIT
// The part of a session that is libcurl's: from a host name to an open, encrypted, authenticated connection.
// Internal to session.cpp.
#pragma once

#include <utility>

#include <curl/curl.h>
#include <boost/asio/awaitable.hpp>

#include <memory>

#include "daemon/mail/session.h"

namespace mentoring {

struct MultiCleanup {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};

// An easy handle stays in its multi for as long as its connection is used.
class CurlConnection {
public:
    CurlConnection();
    ~CurlConnection();
    CurlConnection(const CurlConnection&) = delete;
    CurlConnection& operator=(const CurlConnection&) = delete;
    CURLM* multi() const { return multi_.get(); }
    CURL* easy() const { return easy_; }
    curl_socket_t socket() const;

private:
    std::unique_ptr<CURLM, MultiCleanup> multi_;
    CURL* easy_;
};

boost::asio::awaitable<std::unique_ptr<CurlConnection>> dial_connection(const MailServer& server,
                                                                        const Login& login);

}
