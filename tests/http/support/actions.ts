import { origin } from "./installation";
import { type Answer, send } from "./request";

export type Call = {
  id: string;
  page: string;
  cookie?: string | undefined;
  headers?: Record<string, string>;
  port?: number;
};

/** Fields of a form; a list stands for fields of one name. */
export type Fields = Record<string, string>;

export const ownSite = { origin } as const;

/**
 * Calls a server action as React does: the arguments in its reply format, forms as parts of their own. Only what `headers` says
 * is said about where the call comes from.
 */
export async function callAction({ id, page, cookie, headers = {}, port }: Call, args: unknown[]) {
  const { body, contentType } = await encodeReply(args);
  return send({
    method: "POST",
    path: page,
    cookie,
    body,
    headers: { "next-action": id, "content-type": contentType, accept: "text/x-component", ...headers },
    ...(port && { port }),
  });
}

/** Arguments as React's `encodeReply` writes them: plain JSON, and FormData as `$K` with prefixed parts. */
export async function encodeReply(args: unknown[]): Promise<{ body: Buffer; contentType: string }> {
  const form = new FormData();
  let forms = 0;
  const encoded = args.map((argument) => {
    if (argument === undefined) return "$undefined";
    if (!(argument instanceof FormData)) return argument;
    forms += 1;
    for (const [name, value] of argument) form.append(`_${forms.toString(16)}_${name}`, value);
    return `$K${forms.toString(16)}`;
  });
  // React sends the root last.
  form.append("0", JSON.stringify(encoded));
  const response = new Response(form);
  return {
    body: Buffer.from(await response.arrayBuffer()),
    contentType: response.headers.get("content-type") ?? "",
  };
}

export function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

/** What the action returned, out of the flight answer; undefined when there is no action state in it. */
export function stateOf(
  answer: Answer,
): { ok: boolean; error?: { code: string }; value?: unknown } | undefined {
  for (const line of answer.text.split("\n")) {
    const json = /^[0-9a-f]+:(\{.*\})$/.exec(line)?.[1];
    if (json === undefined) continue;
    const value = JSON.parse(json);
    if (typeof value.ok === "boolean") return value;
  }
  return undefined;
}
