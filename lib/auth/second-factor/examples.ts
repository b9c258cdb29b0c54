/** The values that the API reference shows. */
export const exampleHold = {
  challengeId: "01932f3a-7c00-7000-8000-000000000110",
  challengeSecret: "3bqL0m and 37 more characters",
};

export const exampleRecoveryCodes = ["7k2m-9xqd-h3vn-0w5r-4p8t-c6ya"];

export const exampleNewTotp = {
  secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
  uri: "otpauth://totp/Northwind:grace%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Northwind",
  qr: { size: 37, path: "M0 0h7v1h-7z" },
};

export const exampleSignedIn = {
  step: "signed_in",
  challengeId: null,
  challengeSecret: null,
  sessionId: "01932f3a-7c00-7000-8000-000000000102",
  userId: "01932f3a-7c00-7000-8000-000000000101",
  kind: "STAFF",
  name: "Grace Hopper",
  language: "en",
} as const;
