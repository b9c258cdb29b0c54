import "server-only";
import { exportAuditEntries } from "@/lib/audit/operations/export-audit-entries";
import { listAuditEntries } from "@/lib/audit/operations/list-audit-entries";
import { verifyChain } from "@/lib/audit/operations/verify-chain";
import { acceptInvitation } from "@/lib/auth/operations/accept-invitation";
import { beginFirstTotp } from "@/lib/auth/operations/begin-first-totp";
import { beginIdentity } from "@/lib/auth/operations/begin-identity";
import { beginPasskeyConfirmation } from "@/lib/auth/operations/begin-passkey-confirmation";
import { beginPasskeyRegistration } from "@/lib/auth/operations/begin-passkey-registration";
import { beginPasskeySignIn } from "@/lib/auth/operations/begin-passkey-sign-in";
import { beginProviderSignIn } from "@/lib/auth/operations/begin-provider-sign-in";
import { beginTotp } from "@/lib/auth/operations/begin-totp";
import { changeMembershipRole } from "@/lib/auth/operations/change-membership-role";
import { changePassword } from "@/lib/auth/operations/change-password";
import { changeUserRole } from "@/lib/auth/operations/change-user-role";
import { confirmEmailChange } from "@/lib/auth/operations/confirm-email-change";
import { confirmFirstTotp } from "@/lib/auth/operations/confirm-first-totp";
import { confirmSession } from "@/lib/auth/operations/confirm-session";
import { confirmTotp } from "@/lib/auth/operations/confirm-totp";
import { createApiKey } from "@/lib/auth/operations/create-api-key";
import { createProvider } from "@/lib/auth/operations/create-provider";
import { createRole } from "@/lib/auth/operations/create-role";
import { deleteRole } from "@/lib/auth/operations/delete-role";
import { endImpersonation } from "@/lib/auth/operations/end-impersonation";
import { endUserSession } from "@/lib/auth/operations/end-user-session";
import { getAccess } from "@/lib/auth/operations/get-access";
import { getInvitation } from "@/lib/auth/operations/get-invitation";
import { getMe } from "@/lib/auth/operations/get-me";
import { getProvider } from "@/lib/auth/operations/get-provider";
import { getRole } from "@/lib/auth/operations/get-role";
import { getSecondFactor } from "@/lib/auth/operations/get-second-factor";
import { getSecondFactorPolicy } from "@/lib/auth/operations/get-second-factor-policy";
import { getUser } from "@/lib/auth/operations/get-user";
import { giveSecondFactor } from "@/lib/auth/operations/give-second-factor";
import { inviteMember } from "@/lib/auth/operations/invite-member";
import { inviteStaff } from "@/lib/auth/operations/invite-staff";
import { linkIdentity } from "@/lib/auth/operations/link-identity";
import { listApiKeys } from "@/lib/auth/operations/list-api-keys";
import { listIdentities } from "@/lib/auth/operations/list-identities";
import { listImpersonations } from "@/lib/auth/operations/list-impersonations";
import { listMemberInvitations } from "@/lib/auth/operations/list-member-invitations";
import { listMemberships } from "@/lib/auth/operations/list-memberships";
import { listOwnClients } from "@/lib/auth/operations/list-own-clients";
import { listPasskeys } from "@/lib/auth/operations/list-passkeys";
import { listProviders } from "@/lib/auth/operations/list-providers";
import { listRoles } from "@/lib/auth/operations/list-roles";
import { listSessions } from "@/lib/auth/operations/list-sessions";
import { listStaffInvitations } from "@/lib/auth/operations/list-staff-invitations";
import { listUserSessions } from "@/lib/auth/operations/list-user-sessions";
import { listUsers } from "@/lib/auth/operations/list-users";
import { offeredProviders } from "@/lib/auth/operations/offered-providers";
import { reactivateUser } from "@/lib/auth/operations/reactivate-user";
import { registerPasskey } from "@/lib/auth/operations/register-passkey";
import { removeMembership } from "@/lib/auth/operations/remove-membership";
import { removePasskey } from "@/lib/auth/operations/remove-passkey";
import { removeTotp } from "@/lib/auth/operations/remove-totp";
import { removeUser } from "@/lib/auth/operations/remove-user";
import { renamePasskey } from "@/lib/auth/operations/rename-passkey";
import { renewRecoveryCodes } from "@/lib/auth/operations/renew-recovery-codes";
import { requestEmailChange } from "@/lib/auth/operations/request-email-change";
import { requestReset } from "@/lib/auth/operations/request-reset";
import { requestSignInLink } from "@/lib/auth/operations/request-sign-in-link";
import { resendMemberInvitation } from "@/lib/auth/operations/resend-member-invitation";
import { resendStaffInvitation } from "@/lib/auth/operations/resend-staff-invitation";
import { resetPassword } from "@/lib/auth/operations/reset-password";
import { revokeApiKey } from "@/lib/auth/operations/revoke-api-key";
import { revokeMemberInvitation } from "@/lib/auth/operations/revoke-member-invitation";
import { revokeOtherSessions } from "@/lib/auth/operations/revoke-other-sessions";
import { revokeSession } from "@/lib/auth/operations/revoke-session";
import { revokeStaffInvitation } from "@/lib/auth/operations/revoke-staff-invitation";
import { sendConfirmCode } from "@/lib/auth/operations/send-confirm-code";
import { setLanguage } from "@/lib/auth/operations/set-language";
import { signIn } from "@/lib/auth/operations/sign-in";
import { signInByPasskey } from "@/lib/auth/operations/sign-in-by-passkey";
import { signInByProvider } from "@/lib/auth/operations/sign-in-by-provider";
import { signInWithLink } from "@/lib/auth/operations/sign-in-with-link";
import { signOut } from "@/lib/auth/operations/sign-out";
import { startImpersonation } from "@/lib/auth/operations/start-impersonation";
import { suspendUser } from "@/lib/auth/operations/suspend-user";
import { switchClient } from "@/lib/auth/operations/switch-client";
import { unlinkIdentity } from "@/lib/auth/operations/unlink-identity";
import { updateProvider } from "@/lib/auth/operations/update-provider";
import { updateRole } from "@/lib/auth/operations/update-role";
import { updateSecondFactorPolicy } from "@/lib/auth/operations/update-second-factor-policy";
import { waysToConfirm } from "@/lib/auth/operations/ways-to-confirm";
import { addFile } from "@/lib/clients/operations/add-file";
import { archiveClient } from "@/lib/clients/operations/archive-client";
import { changeClients } from "@/lib/clients/operations/change-clients";
import { countClients } from "@/lib/clients/operations/count-clients";
import { createClient } from "@/lib/clients/operations/create-client";
import { createContact } from "@/lib/clients/operations/create-contact";
import { createField } from "@/lib/clients/operations/create-field";
import { createGroup } from "@/lib/clients/operations/create-group";
import { createNote } from "@/lib/clients/operations/create-note";
import { deleteContact } from "@/lib/clients/operations/delete-contact";
import { deleteGroup } from "@/lib/clients/operations/delete-group";
import { deleteNote } from "@/lib/clients/operations/delete-note";
import { getAddressForm } from "@/lib/clients/operations/get-address-form";
import { getClient } from "@/lib/clients/operations/get-client";
import { listClients } from "@/lib/clients/operations/list-clients";
import { listContacts } from "@/lib/clients/operations/list-contacts";
import { listFields } from "@/lib/clients/operations/list-fields";
import { listFiles } from "@/lib/clients/operations/list-files";
import { listGroups } from "@/lib/clients/operations/list-groups";
import { listNotes } from "@/lib/clients/operations/list-notes";
import { listTags } from "@/lib/clients/operations/list-tags";
import { readFile } from "@/lib/clients/operations/read-file";
import { removeFile } from "@/lib/clients/operations/remove-file";
import { restoreClient } from "@/lib/clients/operations/restore-client";
import { updateClient } from "@/lib/clients/operations/update-client";
import { updateContact } from "@/lib/clients/operations/update-contact";
import { updateField } from "@/lib/clients/operations/update-field";
import { updateFile } from "@/lib/clients/operations/update-file";
import { updateGroup } from "@/lib/clients/operations/update-group";
import { updateNote } from "@/lib/clients/operations/update-note";
import { cancelRun } from "@/lib/durable/operations/cancel-run";
import { cancelRuns } from "@/lib/durable/operations/cancel-runs";
import { getQueue } from "@/lib/durable/operations/get-queue";
import { getRun } from "@/lib/durable/operations/get-run";
import { listFunctions } from "@/lib/durable/operations/list-functions";
import { listRuns } from "@/lib/durable/operations/list-runs";
import { repeatRun } from "@/lib/durable/operations/repeat-run";
import { retryRun } from "@/lib/durable/operations/retry-run";
import { retryRuns } from "@/lib/durable/operations/retry-runs";
import { getMessage } from "@/lib/mail/operations/get-message";
import { getSettings } from "@/lib/mail/operations/get-settings";
import { getTemplate } from "@/lib/mail/operations/get-template";
import { listMessages } from "@/lib/mail/operations/list-messages";
import { listReceived } from "@/lib/mail/operations/list-received";
import { listSuppressions } from "@/lib/mail/operations/list-suppressions";
import { listTemplates } from "@/lib/mail/operations/list-templates";
import { previewTemplate } from "@/lib/mail/operations/preview-template";
import { readMessage } from "@/lib/mail/operations/read-message";
import { readReceived } from "@/lib/mail/operations/read-received";
import { removeSuppression } from "@/lib/mail/operations/remove-suppression";
import { resetTemplate } from "@/lib/mail/operations/reset-template";
import { revealMessage } from "@/lib/mail/operations/reveal-message";
import { sendAgain } from "@/lib/mail/operations/send-again";
import { sendTest } from "@/lib/mail/operations/send-test";
import { updateSettings } from "@/lib/mail/operations/update-settings";
import { updateTemplate } from "@/lib/mail/operations/update-template";
import { mergeClients } from "@/lib/merging/operations/merge-clients";
import { previewMerge } from "@/lib/merging/operations/preview-merge";
import { confirmRegistration } from "@/lib/onboarding/operations/confirm-registration";
import { getProvidedRegistration } from "@/lib/onboarding/operations/get-provided-registration";
import { getRegistration } from "@/lib/onboarding/operations/get-registration";
import { registerByProvider } from "@/lib/onboarding/operations/register-by-provider";
import { requestRegistration } from "@/lib/onboarding/operations/request-registration";
import { setUp } from "@/lib/onboarding/operations/set-up";
import { exportCompany } from "@/lib/platform/operations/export-company";
import { exportCompanyPage } from "@/lib/platform/operations/export-company-page";
import { getCompany } from "@/lib/platform/operations/get-company";
import { getCompanyBrand } from "@/lib/platform/operations/get-company-brand";
import { getCompanyBrandFile } from "@/lib/platform/operations/get-company-brand-file";
import { inviteCompany } from "@/lib/platform/operations/invite-company";
import { listCompanies } from "@/lib/platform/operations/list-companies";
import { listCompanyLinks } from "@/lib/platform/operations/list-company-links";
import { resumeCompany } from "@/lib/platform/operations/resume-company";
import { revokeCompanyLink } from "@/lib/platform/operations/revoke-company-link";
import { setCompanyLogo } from "@/lib/platform/operations/set-company-logo";
import { suspendCompany } from "@/lib/platform/operations/suspend-company";
import { updateCompanyBrand } from "@/lib/platform/operations/update-company-brand";
import { buildExport } from "@/lib/privacy/operations/build-export";
import { declineErasure } from "@/lib/privacy/operations/decline-erasure";
import { erase } from "@/lib/privacy/operations/erase";
import { expireExport } from "@/lib/privacy/operations/expire-export";
import { listConsents } from "@/lib/privacy/operations/list-consents";
import { listErasureRequests } from "@/lib/privacy/operations/list-erasure-requests";
import { listExports } from "@/lib/privacy/operations/list-exports";
import { previewErasure } from "@/lib/privacy/operations/preview-erasure";
import { readExport } from "@/lib/privacy/operations/read-export";
import { recordConsent } from "@/lib/privacy/operations/record-consent";
import { requestErasure } from "@/lib/privacy/operations/request-erasure";
import { requestExport } from "@/lib/privacy/operations/request-export";
import { unsubscribe } from "@/lib/privacy/operations/unsubscribe";
import { tradeRegistry } from "@/lib/registry-of-trade";
import { listSettings } from "@/lib/settings/operations/list-settings";
import { resetSetting } from "@/lib/settings/operations/reset-setting";
import { updateSetting } from "@/lib/settings/operations/update-setting";
import { addHost } from "@/lib/tenants/operations/add-host";
import { checkHost } from "@/lib/tenants/operations/check-host";
import { choosePrimaryHost } from "@/lib/tenants/operations/choose-primary-host";
import { getBrand } from "@/lib/tenants/operations/get-brand";
import { getBrandFile } from "@/lib/tenants/operations/get-brand-file";
import { getBrandSettings } from "@/lib/tenants/operations/get-brand-settings";
import { getTenant } from "@/lib/tenants/operations/get-tenant";
import { listHosts } from "@/lib/tenants/operations/list-hosts";
import { removeHost } from "@/lib/tenants/operations/remove-host";
import { setLogo } from "@/lib/tenants/operations/set-logo";
import { updateBrand } from "@/lib/tenants/operations/update-brand";
import { updateTenant } from "@/lib/tenants/operations/update-tenant";

/**
 * Every operation of the product, by domain. The REST routes, the OpenAPI document, the typed client and the permission
 * matrix are made from this list; an operation that is not in it has no door.
 */
export const registry = {
  ...tradeRegistry,
  onboarding: {
    setUp,
    getRegistration,
    requestRegistration,
    confirmRegistration,
    getProvidedRegistration,
    registerByProvider,
  },
  tenants: {
    getTenant,
    updateTenant,
    getBrand,
    getBrandSettings,
    getBrandFile,
    updateBrand,
    setLogo,
    listHosts,
    addHost,
    checkHost,
    removeHost,
    choosePrimaryHost,
  },
  auth: {
    signIn,
    signOut,
    giveSecondFactor,
    beginFirstTotp,
    confirmFirstTotp,
    getSecondFactor,
    beginTotp,
    confirmTotp,
    removeTotp,
    renewRecoveryCodes,
    getSecondFactorPolicy,
    updateSecondFactorPolicy,
    beginPasskeyConfirmation,
    beginPasskeyRegistration,
    beginPasskeySignIn,
    confirmSession,
    listPasskeys,
    registerPasskey,
    removePasskey,
    renamePasskey,
    signInByPasskey,
    waysToConfirm,
    sendConfirmCode,
    beginIdentity,
    beginProviderSignIn,
    createProvider,
    getProvider,
    linkIdentity,
    listIdentities,
    listProviders,
    offeredProviders,
    signInByProvider,
    unlinkIdentity,
    updateProvider,
    listSessions,
    listUserSessions,
    endUserSession,
    revokeSession,
    revokeOtherSessions,
    requestSignInLink,
    signInWithLink,
    requestReset,
    resetPassword,
    changePassword,
    requestEmailChange,
    confirmEmailChange,
    getInvitation,
    acceptInvitation,
    getMe,
    getAccess,
    setLanguage,
    listUsers,
    createApiKey,
    listApiKeys,
    revokeApiKey,
    reactivateUser,
    suspendUser,
    changeUserRole,
    removeUser,
    getUser,
    inviteStaff,
    listStaffInvitations,
    resendStaffInvitation,
    revokeStaffInvitation,
    inviteMember,
    listMemberInvitations,
    resendMemberInvitation,
    revokeMemberInvitation,
    listRoles,
    getRole,
    createRole,
    updateRole,
    deleteRole,
    listMemberships,
    changeMembershipRole,
    removeMembership,
    listOwnClients,
    switchClient,
    startImpersonation,
    endImpersonation,
    listImpersonations,
  },
  clients: {
    createClient,
    getClient,
    listClients,
    updateClient,
    archiveClient,
    restoreClient,
    countClients,
    changeClients,
    createContact,
    updateContact,
    deleteContact,
    listContacts,
    createNote,
    updateNote,
    deleteNote,
    listNotes,
    createGroup,
    updateGroup,
    deleteGroup,
    listGroups,
    listTags,
    getAddressForm,
    addFile,
    updateFile,
    removeFile,
    listFiles,
    readFile,
    createField,
    updateField,
    listFields,
    mergeClients,
    previewMerge,
  },
  settings: { listSettings, updateSetting, resetSetting },
  durable: {
    listRuns,
    getRun,
    retryRun,
    cancelRun,
    repeatRun,
    retryRuns,
    cancelRuns,
    listFunctions,
    getQueue,
  },
  mail: {
    listReceived,
    readReceived,
    listMessages,
    getMessage,
    readMessage,
    revealMessage,
    sendAgain,
    sendTest,
    getSettings,
    updateSettings,
    listTemplates,
    getTemplate,
    updateTemplate,
    resetTemplate,
    previewTemplate,
    listSuppressions,
    removeSuppression,
  },
  platform: {
    listCompanies,
    getCompany,
    inviteCompany,
    listCompanyLinks,
    revokeCompanyLink,
    getCompanyBrand,
    getCompanyBrandFile,
    updateCompanyBrand,
    setCompanyLogo,
    suspendCompany,
    resumeCompany,
    exportCompany,
    exportCompanyPage,
  },
  audit: { listAuditEntries, exportAuditEntries, verifyChain },
  privacy: {
    requestExport,
    buildExport,
    expireExport,
    readExport,
    listExports,
    requestErasure,
    declineErasure,
    listErasureRequests,
    previewErasure,
    erase,
    recordConsent,
    listConsents,
    unsubscribe,
  },
} as const;
