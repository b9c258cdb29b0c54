import { Fragment, isValidElement, type ReactNode } from "react";

/**
 * A tree of elements as HTML text. Mails are rendered inside operations, which run where React is the build for server components
 * (pages, actions, scripts), and there `react-dom/server` refuses to load. Mails need little of it: no state, no effects, no
 * streaming. Every text and every attribute is escaped; markup comes from elements only. `static-markup.test.tsx` compares it with
 * react-email's own renderer.
 */
export function staticMarkup(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string" || typeof node === "number" || typeof node === "bigint")
    return escapeHtml(String(node));
  if (Array.isArray(node)) return node.map((child) => staticMarkup(child as ReactNode)).join("");
  if (!isValidElement<Props>(node)) throw new TypeError("a mail holds elements and text only");

  const { type, props } = node;
  if (type === Fragment) return staticMarkup(props.children);
  if (typeof type === "string") return element(type, props);
  return staticMarkup(component(type)(props));
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

type Props = Record<string, unknown> & { children?: ReactNode };
type Component = (props: Props) => ReactNode;

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};
const empty = new Set(["br", "col", "hr", "img", "link", "meta"]);
const attributeNames: Record<string, string> = {
  className: "class",
  httpEquiv: "http-equiv",
  charSet: "charset",
};
const unitless = new Set(["fontWeight", "lineHeight", "opacity", "zIndex", "zoom"]);

/** A function component, or the function inside `forwardRef`. */
function component(type: unknown): Component {
  if (typeof type === "function") return type as Component;
  const { render } = type as { render?: (props: Props, ref: null) => ReactNode };
  if (typeof render !== "function") throw new TypeError("a mail is made of plain components only");
  return (props) => render(props, null);
}

function element(tag: string, { children, ...attributes }: Props): string {
  const opened = `<${tag}${Object.entries(attributes).map(attribute).join("")}`;
  if (empty.has(tag)) return `${opened}/>`;
  const raw = (attributes.dangerouslySetInnerHTML as { __html?: string } | undefined)?.__html;
  return `${opened}>${raw ?? staticMarkup(children)}</${tag}>`;
}

function attribute([name, value]: [string, unknown]): string {
  if (value === undefined || value === null || value === false) return "";
  if (name === "dangerouslySetInnerHTML" || name === "key" || name === "ref" || name.startsWith("on"))
    return "";
  if (name === "style") return styleAttribute(declarations(value as Record<string, unknown>));
  const isFlag = value === true && !/^(?:data|aria)-/.test(name);
  return ` ${attributeNames[name] ?? name.toLowerCase()}="${isFlag ? "" : escapeHtml(String(value))}"`;
}

function styleAttribute(text: string): string {
  return text === "" ? "" : ` style="${escapeHtml(text)}"`;
}

function declarations(style: Record<string, unknown>): string {
  return Object.entries(style)
    .filter(([, value]) => value !== undefined && value !== null && value !== "" && value !== false)
    .map(([name, value]) => `${property(name)}:${measure(name, value)}`)
    .join(";");
}

/** `msoPaddingAlt` becomes `mso-padding-alt`, `WebkitTextSize` becomes `-webkit-text-size`. */
function property(name: string): string {
  const hyphenated = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return hyphenated.startsWith("ms-") ? `-${hyphenated}` : hyphenated;
}

function measure(name: string, value: unknown): string {
  const isLength = typeof value === "number" && value !== 0 && !unitless.has(name);
  return isLength ? `${value}px` : String(value).trim();
}
