import { exampleHold } from "@/lib/auth/second-factor/examples";

const credential = { id: "AQID", rawId: "AQID", type: "public-key" };
const shown = { clientDataJSON: "e30", authenticatorData: "AQID", signature: "AQID" };

/** What browsers send and the API reference shows; verified it would be refused. */
export const examplePasskeyAnswer = JSON.stringify({ ...credential, response: shown });
export const exampleNewPasskeyAnswer = JSON.stringify({
  ...credential,
  response: { clientDataJSON: "e30", attestationObject: "AQID", transports: ["internal"] },
});

export const exampleOrigin = "https://panel.example.com";
export const exampleCeremony = { options: '{"challenge":"AQID"}', ...exampleHold };

export const examplePasskey = {
  id: "01932f3a-7c00-7000-8000-000000000111",
  name: "Laptop",
  host: "panel.example.com",
  isBackedUp: true,
  createdAt: "2026-04-01T09:00:00.000Z",
  lastUsedAt: null,
};
