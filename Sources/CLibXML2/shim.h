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

// Reads UTF-8 bytes as HTML and calls back what it finds, without a tree and without libxml2's limits on depth (256
// levels) and on text (10 MB), which only the XML reader's options can lift. 0 where there is no memory.
static inline int pantau_html_scan_utf8(const char *bytes, int count, void *user, startElementSAXFunc start,
                                        endElementSAXFunc end, charactersSAXFunc characters,
                                        cdataBlockSAXFunc script) {
  htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt(bytes, count);
  if (context == NULL) return 0;
  htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                  HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC);
  context->options |= XML_PARSE_HUGE;
  xmlCharEncodingHandlerPtr handler = xmlFindCharEncodingHandler("UTF-8");
  if (handler != NULL) {
    xmlSwitchToEncoding(context, handler);
    if (context->input->encoding != NULL) xmlFree((xmlChar *)context->input->encoding);
    context->input->encoding = xmlStrdup((const xmlChar *)"UTF-8");
  }
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

#endif
