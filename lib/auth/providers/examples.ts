export const exampleProvider = {
  id: "01932f3a-7c00-7000-8000-000000000112",
  kind: "oidc",
  name: "Northwind staff",
  issuer: "https://id.example.com",
  oauthClient: "panel1",
  isEnabled: true,
  forStaff: true,
  forClients: false,
  version: 1,
  createdAt: "2026-04-01T09:00:00.000Z",
  updatedAt: "2026-04-01T09:00:00.000Z",
} as const;

export const exampleIdentity = {
  id: "01932f3a-7c00-7000-8000-000000000113",
  provider: exampleProvider.name,
  email: "grace@example.com",
  createdAt: "2026-04-01T09:00:00.000Z",
  lastUsedAt: null,
};
