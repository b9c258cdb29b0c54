import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

/** What a test can have go wrong with an answer. */
type Oddity = {
  readonly origin?: string;
  readonly isVerified?: boolean;
  readonly counter?: number;
};

const flags = { present: 0x01, verified: 0x04, attested: 0x40 } as const;
const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest();
const base64url = (data: Uint8Array) => Buffer.from(data).toString("base64url");

/**
 * A WebAuthn authenticator in software, with one key: makes and shows it as a browser at `origin` would, in the true formats (CTAP2
 * CBOR, COSE, ES256), so that tests of the server's side need no browser.
 */
export function aSoftAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  let counter = 0;

  const clientData = (type: string, challenge: string, at: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }));

  function authenticatorData(host: string, bits: number, count: number, attested = Buffer.alloc(0)): Buffer {
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(count);
    return Buffer.concat([sha256(host), Buffer.of(bits), counted, attested]);
  }

  function bitsOf({ isVerified = true }: Oddity): number {
    return flags.present | (isVerified ? flags.verified : 0);
  }

  return {
    /** Answers the options (JSON) of a registration. */
    make(options: string, odd: Oddity = {}): string {
      const { challenge, rp } = JSON.parse(options) as { challenge: string; rp: { id: string } };
      const { x = "", y = "" } = publicKey.export({ format: "jwk" });
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, new Uint8Array(Buffer.from(x, "base64url"))],
          [-3, new Uint8Array(Buffer.from(y, "base64url"))],
        ]),
      );
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, key]);
      const data = authenticatorData(rp.id, bitsOf(odd) | flags.attested, counter, attested);
      const attestation = isoCBOR.encode(
        new Map<string, string | Map<string, string> | Uint8Array>([
          ["fmt", "none"],
          ["attStmt", new Map<string, string>()],
          ["authData", new Uint8Array(data)],
        ]),
      );
      return JSON.stringify({
        id: base64url(id),
        rawId: base64url(id),
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(clientData("webauthn.create", challenge, odd.origin ?? origin)),
          attestationObject: base64url(attestation),
          transports: ["internal"],
        },
      });
    },

    /** Answers the options (JSON) of a sign-in. Counts, unless told what to say. */
    show(options: string, odd: Oddity = {}): string {
      const { challenge, rpId } = JSON.parse(options) as { challenge: string; rpId: string };
      counter += 1;
      const data = authenticatorData(rpId, bitsOf(odd), odd.counter ?? counter);
      const client = clientData("webauthn.get", challenge, odd.origin ?? origin);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
      return JSON.stringify({
        id: base64url(id),
        rawId: base64url(id),
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(signature),
        },
      });
    },
  };
}
