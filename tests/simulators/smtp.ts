import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/** What the next conversations meet. `lost`: the mail is taken, and the connection breaks before the answer. */
export type SmtpFault = "busy" | "unknown-mailbox" | "policy" | "spam" | "later-at-data" | "lost";

export type SmtpMail = { from: string; to: string[]; source: string; parsed: Email };

type Socket = { destroy(): void };

/** A mail server by the smtp-server package, with credentials and faults on demand. */
export class SmtpSimulator {
  readonly mails: SmtpMail[] = [];
  fault: () => SmtpFault | undefined = () => undefined;
  private current: SmtpFault | undefined;
  private readonly sockets = new Set<Socket>();
  private readonly server: SMTPServer;

  private constructor(
    readonly user: string,
    readonly password: string,
  ) {
    this.server = new SMTPServer({
      authMethods: ["PLAIN", "LOGIN"],
      allowInsecureAuth: true,
      disabledCommands: ["STARTTLS"],
      disableReverseLookup: true,
      logger: false,
      onAuth: (auth, _session, callback) => {
        const isRight = auth.username === this.user && auth.password === this.password;
        callback(isRight ? null : refusal(535, "5.7.8 Authentication failed"), { user: this.user });
      },
      onMailFrom: (_address, _session, callback) => {
        this.current = this.fault();
        callback(this.current === "busy" ? refusal(451, "4.3.2 Try again later") : null);
      },
      onRcptTo: (_address, _session, callback) => {
        if (this.current === "unknown-mailbox") return callback(refusal(550, "5.1.1 No such user"));
        if (this.current === "policy") return callback(refusal(550, "5.7.1 Relaying denied"));
        return callback(null);
      },
      onData: (stream, session, callback) => {
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part));
        stream.on("end", () => {
          this.take(Buffer.concat(parts), session).then(callback, callback);
        });
      },
    });
    this.server.on("error", () => {});
    this.server.server.on("connection", (socket: Socket) => this.sockets.add(socket));
  }

  static async start(user = "panel1", password = "smtp-password"): Promise<SmtpSimulator> {
    const simulator = new SmtpSimulator(user, password);
    await new Promise<void>((resolve) => simulator.server.listen(0, "127.0.0.1", () => resolve()));
    return simulator;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://${this.user}:${this.password}@127.0.0.1:${this.port}`;
  }

  next(...faults: (SmtpFault | undefined)[]): void {
    this.fault = () => faults.shift();
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async take(content: Buffer, { envelope }: SMTPServerSession): Promise<Error | null> {
    if (this.current === "spam") return refusal(554, "5.7.1 Message refused as spam");
    if (this.current === "later-at-data") return refusal(452, "4.3.1 Out of space");
    const parsed = await PostalMime.parse(content);
    const from = envelope.mailFrom ? envelope.mailFrom.address : "";
    const to = envelope.rcptTo.map(({ address }) => address);
    this.mails.push({ from, to, source: content.toString("utf8"), parsed });
    if (this.current === "lost") for (const socket of this.sockets) socket.destroy();
    return null;
  }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
