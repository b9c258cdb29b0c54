import { describe, expect, test } from "vitest";
import { chart } from "@/lib/ledger/rules/chart";
import { type Call, callAction, formOf, ownSite, stateOf } from "./support/actions";
import { app, everything, first, origin, owner } from "./support/installation";
import { type Action, actions } from "./support/manifests";
import { type Answer, send, wholeOf } from "./support/request";

/**
 * Arguments with which each action would succeed for the owner on the right site, so that a refusal is the origin's or the
 * person's and not the input's. A new action fails this test until it is here.
 */
const state = {};
const clientFields = {
  kind: "PERSON",
  name: "From afar",
  email: "afar@client.example",
  country: "DE",
  currency: "EUR",
};
const target = { clientId: first.clientId, version: "1" };
const inputs: Record<string, () => unknown[]> = {
  createClientAction: () => [state, formOf(clientFields)],
  updateClientAction: () => [state, formOf({ ...target, name: "Changed from afar" })],
  archiveClientAction: () => [state, formOf(target)],
  restoreClientAction: () => [state, formOf(target)],
  createAccountAction: () => [state, formOf({ code: "9999", name: "From afar", type: "EXPENSE" })],
  postEntryAction: () => [
    state,
    formOf({
      day: "2026-04-01",
      description: "From afar",
      "lines[0].accountCode": chart.bank.code,
      "lines[0].side": "DEBIT",
      "lines[0].amount.minor": "100",
      "lines[0].amount.currency": "EUR",
      "lines[1].accountCode": chart.receivables.code,
      "lines[1].side": "CREDIT",
      "lines[1].amount.minor": "100",
      "lines[1].amount.currency": "EUR",
    }),
  ],
  reverseEntryAction: () => [state, formOf({ entryId: first.entryId })],
  updateCompanyAction: () => [state, formOf({ version: "1", name: "Changed from afar" })],
  createApiKeyAction: () => [state, formOf({ name: "From afar", scopes: "*" })],
  revokeApiKeyAction: () => [state, formOf({ apiKeyId: first.clientId })],
  revokeSessionAction: () => [state, formOf({ sessionId: first.clientId })],
  signInAction: () => ["/admin", state, formOf({ email: first.owner.email, password: first.owner.password })],
  signOutAction: () => [],
  setUpAction: () => [state, formOf({ token: "A".repeat(43) })],
  chooseLanguageAction: () => ["de"],
};

/** Further actions, each called with the same form: what it lacks is refused, and so must be whoever may not call it. */
const further: readonly string[] = [
  "createProductGroupAction",
  "updateProductGroupAction",
  "createProductAction",
  "updateProductAction",
  "duplicateProductAction",
  "offerAddonsAction",
  "createPlanAction",
  "updatePlanAction",
  "changePricesAction",
  "createOptionAction",
  "updateOptionAction",
  "createProductFieldAction",
  "updateProductFieldAction",
  "createAddonAction",
  "updateAddonAction",
  "moveCatalogRecordAction",
  "createCouponAction",
  "updateCouponAction",
  "endImpersonationAction",
  "startImpersonationAction",
  "confirmEmailChangeAction",
  "confirmThenGoAction",
  "sendConfirmCodeAction",
  "updateSecondFactorPolicyAction",
  "endUserSessionAction",
  "confirmIdentityAction",
  "beginConfirmByPasskeyAction",
  "waysToConfirmAction",
  "connectProviderAction",
  "confirmConnectionAction",
  "requestResetAction",
  "acceptInvitationAction",
  "confirmRegistrationAction",
  "registerAction",
  "registerByProviderAction",
  "resetPasswordAction",
  "beginPasskeySignInAction",
  "signInByPasskeyAction",
  "signInByProviderAction",
  "requestSignInLinkAction",
  "signInWithLinkAction",
  "giveSecondFactorAction",
  "confirmSetUpAction",
  "beginSetUpAction",
  "addToCartAction",
  "changeCartItemAction",
  "removeFromCartAction",
  "chooseCartCurrencyAction",
  "applyCouponAction",
  "placeOrderAction",
  "payOrderAction",
  "quoteCartAction",
  "lookAtCheckoutAction",
  "createOrderAction",
  "acceptOrderAction",
  "releaseOrderAction",
  "cancelOrderAction",
  "markFraudAction",
  "createInvoiceAction",
  "issueInvoiceAction",
  "discardInvoiceAction",
  "voidInvoiceAction",
  "recordPaymentAction",
  "checkPaymentAction",
  "beginPaymentAction",
  "answerConfirmationAction",
  "createTaxRuleAction",
  "updateTaxRuleAction",
  "deleteTaxRuleAction",
  "addTaxPresetAction",
  "createConnectionAction",
  "updateConnectionAction",
  "updateNoteAction",
  "eraseAction",
  "deleteContactAction",
  "deleteNoteAction",
  "createContactAction",
  "requestExportAction",
  "updateContactAction",
  "updateFileAction",
  "mergeClientsAction",
  "changeClientsAction",
  "createNoteAction",
  "describeAddressAction",
  "recordConsentAction",
  "removeFileAction",
  "changeMembershipRoleAction",
  "inviteMemberAction",
  "removeMembershipAction",
  "switchClientAction",
  "resendMemberInvitationAction",
  "revokeMemberInvitationAction",
  "retryRunsAction",
  "retryRunAction",
  "cancelRunAction",
  "repeatRunAction",
  "cancelRunsAction",
  "removeSuppressionAction",
  "revealMessageAction",
  "sendAgainAction",
  "declineErasureAction",
  "createProviderAction",
  "updateProviderAction",
  "setLogoAction",
  "updateBrandAction",
  "updateGroupAction",
  "deleteGroupAction",
  "createGroupAction",
  "updateFieldAction",
  "createFieldAction",
  "choosePrimaryHostAction",
  "addHostAction",
  "checkHostAction",
  "removeHostAction",
  "previewTemplateAction",
  "sendTestAction",
  "updateSettingsAction",
  "updateTemplateAction",
  "resetTemplateAction",
  "updateSettingAction",
  "resetSettingAction",
  "changeUserRoleAction",
  "reactivateUserAction",
  "suspendUserAction",
  "inviteStaffAction",
  "removeUserAction",
  "revokeStaffInvitationAction",
  "resendStaffInvitationAction",
  "createRoleAction",
  "deleteRoleAction",
  "updateRoleAction",
  "changePasswordAction",
  "signOutEverywhereAction",
  "requestEmailChangeAction",
  "revokeOtherSessionsAction",
  "beginPasskeyAction",
  "unlinkIdentityAction",
  "confirmTotpAction",
  "removeTotpAction",
  "renewRecoveryCodesAction",
  "renamePasskeyAction",
  "registerPasskeyAction",
  "beginTotpAction",
  "removePasskeyAction",
  "testProviderAction",
  "createOwnContactAction",
  "updateOwnContactAction",
  "exportOwnDataAction",
  "recordOwnConsentAction",
  "deleteOwnContactAction",
  "requestOwnErasureAction",
  "unsubscribeAction",
  "inviteCompanyAction",
  "revokeCompanyLinkAction",
  "suspendCompanyAction",
  "resumeCompanyAction",
  "updateCompanyBrandAction",
  "setCompanyLogoAction",
  "retryServiceAction",
  "markDeliveredAction",
  "suspendServiceAction",
  "unsuspendServiceAction",
  "terminateServiceAction",
  "changeServicePasswordAction",
  "revealPasswordAction",
  "completeTaskAction",
  "failTaskAction",
  "changeOwnServicePasswordAction",
  "revealOwnPasswordAction",
];
for (const name of further) inputs[name] = () => [state, formOf({ ...target, name: "From afar" })];

/** Strange places to come from, and what a browser or a script there would say. */
const elsewhere: Record<string, Record<string, string>> = {
  "another site": { origin: "https://evil.example" },
  "no origin": {},
  "a null origin": { origin: "null" },
  "another site with a matching X-Forwarded-Host": {
    origin: "https://evil.example",
    "x-forwarded-host": "evil.example",
  },
  "another site with a Forwarded header": {
    origin: "https://evil.example",
    forwarded: "host=evil.example;proto=https",
  },
  "the same host on another port": { origin: "http://localhost:1" },
  "a neighbour by name": { origin: `${origin}.evil.example` },
};

const all = actions();
const called = (action: Action) => inputs[action.name]?.() ?? [];
/** Whether an answer signs somebody in or out. */
const setsSession = (answer: Answer) =>
  /authjs\.session-token/.test(String(answer.headers["set-cookie"] ?? ""));

test("S-45: every action of the build is known to these tests", () => {
  expect(all.length).toBeGreaterThan(8);
  expect(all.map(({ name }) => name).filter((name) => inputs[name] === undefined)).toEqual([]);
});

describe("S-44, S-45: an action that is called", () => {
  test.each(Object.entries(elsewhere))("from %s with the owner's cookie does nothing", async (_, headers) => {
    const before = await everything();
    for (const action of all) {
      const answer = await call(action, { cookie: first.owner.cookie, headers });
      expect(stateOf(answer)?.ok, action.name).not.toBe(true);
      expect(setsSession(answer), action.name).toBe(false);
      expect(wholeOf(answer), action.name).not.toMatch(/Zebramarker|p1_/);
    }
    expect(await everything()).toBe(before);
  });

  test("by its id from our own site without a session does nothing, on its page and on others", async () => {
    const before = await everything();
    for (const action of all.filter(({ name }) => name !== "signInAction")) {
      for (const page of [action.page, "/sign-in", "/admin"]) {
        const answer = await call({ ...action, page }, { headers: ownSite });
        expect(stateOf(answer)?.ok, `${action.name} at ${page}`).not.toBe(true);
        expect(setsSession(answer), action.name).toBe(false);
        expect(wholeOf(answer), action.name).not.toMatch(/Zebramarker|p1_/);
      }
    }
    expect(await everything()).toBe(before);
  });

  test("by people without the right does nothing", async () => {
    const before = await everything();
    const own = [
      "signInAction",
      "signOutAction",
      "signOutEverywhereAction",
      "revokeOtherSessionsAction",
      "chooseLanguageAction",
    ];
    for (const action of all.filter(({ name }) => !own.includes(name))) {
      for (const { cookie } of [first.readOnly, first.clientUser]) {
        const answer = await call(action, { cookie, headers: ownSite });
        expect(stateOf(answer)?.ok, action.name).not.toBe(true);
      }
    }
    expect(await everything()).toBe(before);
  });

  test("by the owner from our own site works: the refusals above are not for another reason", async () => {
    const create = all.find(({ name }) => name === "createClientAction") as Action;
    const name = `Made by a call ${Date.now()}`;
    const fields = { ...clientFields, name, email: `call-${Date.now()}@client.example` };
    const answer = await callAction({ ...create, cookie: first.owner.cookie, headers: ownSite }, [
      state,
      formOf(fields),
    ]);
    expect(stateOf(answer), answer.text.slice(0, 2_000)).toMatchObject({ ok: true });
    const { rowCount } = await owner().query("select 1 from clients where name = $1", [name]);
    expect(rowCount).toBe(1);
  });

  test("with an id that does not exist is refused without a word about those that do", async () => {
    for (const id of [
      "0".repeat(42),
      "x",
      "../../etc/passwd",
      "__proto__",
      "constructor",
      "a".repeat(10_000),
    ]) {
      const answer = await callAction({ id, page: "/sign-in", headers: ownSite }, []);
      expect(answer.status, id.slice(0, 20)).toBeGreaterThanOrEqual(400);
      expect(answer.status, id.slice(0, 20)).toBeLessThan(500);
      for (const action of all) expect(answer.text).not.toContain(action.id);
    }
  });
});

test("S-44: a form that a browser without scripts sends from another site does nothing", async () => {
  const before = await everything();
  for (const headers of Object.values(elsewhere)) {
    for (const action of all) {
      const { body, contentType } = await plainForm(action);
      const answer = await send({
        method: "POST",
        path: action.page,
        cookie: first.owner.cookie,
        body,
        headers: { "content-type": contentType, ...headers },
      });
      expect(setsSession(answer), action.name).toBe(false);
    }
  }
  expect(await everything()).toBe(before);
});

/** As a form without scripts names its action: by a field of that name. */
async function plainForm({ id, name }: Action) {
  const given = called({ id, name, page: "" }).find((argument) => argument instanceof FormData);
  const form = given instanceof FormData ? given : new FormData();
  form.append(`$ACTION_ID_${id}`, "");
  const response = new Response(form);
  const contentType = response.headers.get("content-type") ?? "";
  return { body: Buffer.from(await response.arrayBuffer()), contentType };
}

function call(action: Action, more: Partial<Call>) {
  return callAction({ id: action.id, page: action.page, ...more }, called(action));
}

test("S-44: the product behind these tests speaks for itself only", () => {
  expect(app.environment.TRUST_PROXY).toBeUndefined();
});
