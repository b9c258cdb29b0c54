import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { z } from "zod";
import type { MailTransport, OutgoingMail, Surroundings } from "@/lib/mail/contract";
import { permittedAddress } from "./address";
import { outcomeOf } from "./outcome";

const settings = z.object({
  host: z.string().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  /** `tls` from the first byte; `starttls` or not at all; `opportunistic` where the server offers it; `none` never. */
  security: z.enum(["tls", "starttls", "opportunistic", "none"]),
  user: z.string().max(200).nullable().default(null),
  password: z.string().max(500).nullable().default(null),
});

type Settings = z.output<typeof settings>;

/** Hands mail to a mail server. RFC 5321, one connection per mail. */
export const smtpTransport: MailTransport<typeof settings> = {
  id: "smtp",
  settings,
  async send(mail, given, surroundings) {
    const address = await permittedAddress(given.host, surroundings);
    if (typeof address !== "string") return address;

    const message = await compose(mail);
    const content = new Watched(message);
    try {
      await converse({ mail, settings: given, surroundings, address, content });
      return { kind: "accepted", providerId: null };
    } catch (error) {
      return outcomeOf(error, content.isRead);
    }
  },
};

type Conversation = {
  mail: OutgoingMail;
  settings: Settings;
  surroundings: Surroundings;
  address: string;
  content: Watched;
};

/** The message as a stream that knows whether any of it was taken: from then on a broken connection leaves the outcome open. */
class Watched extends Readable {
  isRead = false;

  constructor(private readonly message: Buffer) {
    super();
  }

  override _read(): void {
    this.isRead = true;
    this.push(this.message);
    this.push(null);
  }
}

/** Headers are built from fields, each encoded by the composer; files and addresses to fetch are out of reach. */
function compose({ from, to, replyTo, subject, html, text, headers, messageId }: OutgoingMail) {
  const mailbox = ({ address, name }: OutgoingMail["to"]) => ({ address, name: name ?? "" });
  const composer = new MailComposer({
    from: mailbox(from),
    to: mailbox(to),
    ...(replyTo !== null && { replyTo }),
    subject,
    html,
    text,
    headers: { ...headers },
    messageId,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

async function converse({ mail, settings, surroundings, address, content }: Conversation): Promise<void> {
  const { security, user, password } = settings;
  const connection = new SMTPConnection({
    host: address,
    port: settings.port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    // Without credentials there is nothing to lose but what a server without TLS would see anyway.
    opportunisticTLS: security === "opportunistic" && user === null,
    // The certificate is checked against the name, though the connection goes to the address.
    servername: settings.host,
    tls: { servername: settings.host },
    connectionTimeout: surroundings.timeoutMs,
    greetingTimeout: surroundings.timeoutMs,
    socketTimeout: surroundings.timeoutMs,
  });
  const broken = new Promise<never>((_, reject) => connection.once("error", reject));
  broken.catch(() => {});
  try {
    await Promise.race([broken, done((callback) => connection.connect(callback))]);
    if (user !== null) {
      const auth = { user, pass: password ?? "" };
      await Promise.race([broken, done((callback) => connection.login(auth, callback))]);
    }
    const envelope = { from: mail.from.address, to: [mail.to.address] };
    await Promise.race([broken, done((callback) => connection.send(envelope, content, callback))]);
    connection.quit();
  } catch (error) {
    connection.close();
    throw error;
  }
}

function done(start: (callback: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start((error) => (error ? reject(error) : resolve())));
}
