/**
 * Stands in for `@aws-sdk/xml-builder` in the built page: the package's own pure JavaScript parser instead of its
 * browser parser, which uses DOMParser, a Trusted Types sink that this page's policy forbids.
 */
export { XmlNode } from '@aws-sdk/xml-builder/dist-es/XmlNode.js'
export { XmlText } from '@aws-sdk/xml-builder/dist-es/XmlText.js'
export { parseXML } from '@aws-sdk/xml-builder/dist-es/xml-parser.js'
