#ifndef PANTAU_CCURL_SHIM_H
#define PANTAU_CCURL_SHIM_H

#include <curl/curl.h>

// `curl_easy_setopt` and its relatives take any type by C's rules for variable arguments, which Swift does not import.

typedef size_t (*pantau_curl_sink)(char *bytes, size_t size, size_t count, void *owner);
typedef int (*pantau_curl_progress)(void *owner, curl_off_t total, curl_off_t now, curl_off_t sent_total, curl_off_t sent);
typedef curl_socket_t (*pantau_curl_open)(void *owner, curlsocktype purpose, struct curl_sockaddr *address);

static inline CURLcode pantau_curl_set_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode pantau_curl_set_text(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode pantau_curl_set_pointer(CURL *easy, CURLoption option, void *value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode pantau_curl_set_sink(CURL *easy, CURLoption option, pantau_curl_sink sink) {
  return curl_easy_setopt(easy, option, sink);
}
static inline CURLcode pantau_curl_set_progress(CURL *easy, pantau_curl_progress progress) {
  return curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, progress);
}
static inline CURLcode pantau_curl_set_open(CURL *easy, pantau_curl_open open) {
  return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open);
}
static inline CURLcode pantau_curl_get_long(CURL *easy, CURLINFO field, long *value) {
  return curl_easy_getinfo(easy, field, value);
}
static inline CURLcode pantau_curl_get_text(CURL *easy, CURLINFO field, char **value) {
  return curl_easy_getinfo(easy, field, value);
}
static inline CURLcode pantau_curl_get_pointer(CURL *easy, CURLINFO field, void **value) {
  return curl_easy_getinfo(easy, field, value);
}
static inline CURLMcode pantau_curl_set_multi(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

// What Swift cannot see: expressions behind macros.
static inline long pantau_curl_global(void) { return CURL_GLOBAL_DEFAULT; }
static inline void pantau_curl_only_web(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075500
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}
static inline curl_socket_t pantau_curl_no_socket(void) { return CURL_SOCKET_BAD; }
static inline CURLcode pantau_curl_outcome(const CURLMsg *message) { return message->data.result; }

#endif
