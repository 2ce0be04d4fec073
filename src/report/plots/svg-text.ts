import {escapeHtml} from '../escape-html.js';

/** Of a document's nodes what is read here; texts have no attributes and nothing inside. */
type DrawnNode = {
  readonly nodeType: number;
  readonly localName: string;
  readonly attributes: Iterable<{readonly name: string; readonly value: string}>;
  readonly childNodes: Iterable<DrawnNode>;
  readonly textContent: string;
};

const elementNode = 1;
const measures = /^(?:d|transform|[xy][12]?|c[xy]|r|width|height)$/v;

/**
A drawn element as XML. linkedom writes attributes as HTML has them, and texts with whatever control characters stand in them; names of rows,
classes and files hold what somebody put there.
*/
export function svgText(element: DrawnNode): string {
  const attributes = [...element.attributes]
    .filter(({name}) => !isDecoration(element, name))
    .map(({name, value}) => ` ${name}="${escapeHtml(measures.test(name) ? shorten(value) : value)}"`)
    .join('');
  const inside = [...element.childNodes].map(node => node.nodeType === elementNode ? svgText(node) : escapeHtml(node.textContent)).join('');
  return `<${element.localName}${attributes}${inside === '' ? '/>' : `>${inside}</${element.localName}>`}`;
}

// Plot names its groups after their marks, `line` or `dot`: that tells nobody anything. Lines themselves bear their rows' names.
function isDecoration({localName}: DrawnNode, attribute: string): boolean {
  return attribute === 'aria-hidden' || (localName === 'g' && attribute === 'aria-label');
}

/** A tenth of a pixel is seen by nobody. */
function shorten(value: string): string {
  return value.replaceAll(/-?\d+\.\d{2,}/gv, number => String(Number(Number(number).toFixed(1))));
}
