#ifndef PANTAU_CLIBXML2_SHIM_H
#define PANTAU_CLIBXML2_SHIM_H

// Debian's libxml2 is built with ICU, and its headers then include ICU's, which clash with those inside Foundation.
// Nothing here looks into the one struct that differs.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <string.h>

// `xmlFree` is a global function pointer, which Swift 6 refuses as shared mutable state.
static inline void pantau_xml_free(void *pointer) { xmlFree(pointer); }

static inline void pantau_ignore_error(void *user, xmlErrorPtr error) {
  (void)user;
  (void)error;
}

// Keeps libxml2 from writing to standard error on this thread: its converters have no other way to complain.
static inline void pantau_xml_silence(void) {
  xmlSetStructuredErrorFunc(NULL, (xmlStructuredErrorFunc)pantau_ignore_error);
}

// Bytes in memory, handed to libxml2 piece by piece, so that it keeps no copy of what it has read.
typedef struct pantau_bytes {
  const char *next;
  int left;
} pantau_bytes;

static inline int pantau_bytes_read(void *owner, char *target, int room) {
  pantau_bytes *bytes = (pantau_bytes *)owner;
  int count = bytes->left < room ? bytes->left : room;
  memcpy(target, bytes->next, (size_t)count);
  bytes->next += count;
  bytes->left -= count;
  return count;
}

// Reads UTF-8 bytes as HTML and calls back what it finds, without a tree and without libxml2's limits on depth (256
// levels) and on text (10 MB), which only the XML reader's options can lift. 0 where there is no memory.
static inline int pantau_html_scan_utf8(const char *bytes, int count, void *user, startElementSAXFunc start,
                                        endElementSAXFunc end, charactersSAXFunc characters,
                                        cdataBlockSAXFunc script) {
  pantau_bytes source = {bytes, count};
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (context == NULL) return 0;
  xmlParserInputBufferPtr buffer =
      xmlParserInputBufferCreateIO(pantau_bytes_read, NULL, &source, XML_CHAR_ENCODING_NONE);
  xmlParserInputPtr input =
      buffer == NULL ? NULL : xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE);
  if (input == NULL) {
    if (buffer != NULL) xmlFreeParserInputBuffer(buffer);
    htmlFreeParserCtxt(context);
    return 0;
  }
  inputPush(context, input);
  htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                  HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC);
  context->options |= XML_PARSE_HUGE;
  // Nothing is left to guess or to convert.
  context->charset = XML_CHAR_ENCODING_UTF8;
  context->encoding = xmlStrdup((const xmlChar *)"UTF-8");
  input->encoding = xmlStrdup((const xmlChar *)"UTF-8");
  memset(context->sax, 0, sizeof(*context->sax));
  context->sax->startElement = start;
  context->sax->endElement = end;
  context->sax->characters = characters;
  context->sax->ignorableWhitespace = characters;
  context->sax->cdataBlock = script;
  context->userData = user;
  htmlParseDocument(context);
  if (context->myDoc != NULL) xmlFreeDoc(context->myDoc);
  context->myDoc = NULL;
  htmlFreeParserCtxt(context);
  return 1;
}

// Reading XML that strangers wrote, as events. No DTD is loaded, no entity declared or expanded, nothing opened.
typedef struct pantau_xml_events {
  void *owner;
  // Each returns 0 to go on, anything else to stop. Attributes come in fives: name, prefix, URI, value, end of value.
  int (*start)(void *owner, const xmlChar *name, const xmlChar *space, int count, const xmlChar **attributes);
  int (*end)(void *owner, const xmlChar *name, const xmlChar *space);
  int (*text)(void *owner, const xmlChar *bytes, int count);
  // Set by the reader.
  xmlParserCtxtPtr context;
  int stopped;
  int declares_entities;
} pantau_xml_events;

static inline void pantau_xml_stop(pantau_xml_events *events) {
  events->stopped = 1;
  if (events->context != NULL) xmlStopParser(events->context);
}
static inline void pantau_xml_on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
                                       int spaces, const xmlChar **declared, int count, int defaulted,
                                       const xmlChar **attributes) {
  pantau_xml_events *events = (pantau_xml_events *)data;
  (void)prefix, (void)spaces, (void)declared, (void)defaulted;
  if (!events->stopped && events->start(events->owner, name, space, count, attributes)) pantau_xml_stop(events);
}
static inline void pantau_xml_on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
  pantau_xml_events *events = (pantau_xml_events *)data;
  (void)prefix;
  if (!events->stopped && events->end(events->owner, name, space)) pantau_xml_stop(events);
}
static inline void pantau_xml_on_text(void *data, const xmlChar *bytes, int count) {
  pantau_xml_events *events = (pantau_xml_events *)data;
  if (!events->stopped && events->text(events->owner, bytes, count)) pantau_xml_stop(events);
}
static inline void pantau_xml_on_entity(void *data, const xmlChar *name, int type, const xmlChar *public_id,
                                        const xmlChar *system_id, xmlChar *content) {
  pantau_xml_events *events = (pantau_xml_events *)data;
  (void)name, (void)type, (void)public_id, (void)system_id, (void)content;
  events->declares_entities = 1;
  pantau_xml_stop(events);
}
static inline xmlEntityPtr pantau_xml_entity(void *data, const xmlChar *name) {
  (void)data;
  return xmlGetPredefinedEntity(name);
}
static inline xmlEntityPtr pantau_xml_no_entity(void *data, const xmlChar *name) {
  (void)data, (void)name;
  return NULL;
}
static inline xmlParserInputPtr pantau_xml_no_input(void *data, const xmlChar *public_id, const xmlChar *system_id) {
  (void)data, (void)public_id, (void)system_id;
  return NULL;
}
static inline void pantau_xml_no_error(void *data, xmlErrorPtr error) { (void)data, (void)error; }

// Hands the events of a document to `events`. False where there is no memory.
static inline int pantau_xml_read(pantau_xml_events *events, const char *bytes, int count) {
  xmlSAXHandler handler = {0};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = pantau_xml_on_start;
  handler.endElementNs = pantau_xml_on_end;
  handler.characters = pantau_xml_on_text;
  handler.cdataBlock = pantau_xml_on_text;
  handler.entityDecl = pantau_xml_on_entity;
  handler.getEntity = pantau_xml_entity;
  handler.getParameterEntity = pantau_xml_no_entity;
  handler.resolveEntity = pantau_xml_no_input;
  handler.serror = pantau_xml_no_error;
  xmlParserCtxtPtr context = xmlCreatePushParserCtxt(&handler, events, NULL, 0, NULL);
  if (context == NULL) return 0;
  xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  events->context = context;
  int start = 0;
  while (start < count && !events->stopped) {
    int part = count - start < 65536 ? count - start : 65536;
    xmlParseChunk(context, bytes + start, part, 0);
    start += part;
  }
  if (!events->stopped) xmlParseChunk(context, bytes, 0, 1);
  events->context = NULL;
  if (context->myDoc != NULL) xmlFreeDoc(context->myDoc);
  context->myDoc = NULL;
  xmlFreeParserCtxt(context);
  return 1;
}

#endif
