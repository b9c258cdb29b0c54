import { addTaxPreset } from "@/lib/billing/operations/add-tax-preset";
import { countInvoices } from "@/lib/billing/operations/count-invoices";
import { createInvoice } from "@/lib/billing/operations/create-invoice";
import { createTaxRule } from "@/lib/billing/operations/create-tax-rule";
import { deleteTaxRule } from "@/lib/billing/operations/delete-tax-rule";
import { discardInvoice } from "@/lib/billing/operations/discard-invoice";
import { getInvoice } from "@/lib/billing/operations/get-invoice";
import { getReceivables } from "@/lib/billing/operations/get-receivables";
import { issueInvoiceNow } from "@/lib/billing/operations/issue-invoice";
import { listInvoices } from "@/lib/billing/operations/list-invoices";
import { listTaxRules } from "@/lib/billing/operations/list-tax-rules";
import { updateInvoice } from "@/lib/billing/operations/update-invoice";
import { updateTaxRule } from "@/lib/billing/operations/update-tax-rule";
import { voidInvoice } from "@/lib/billing/operations/void-invoice";
import { changePrices } from "@/lib/catalog/operations/change-prices";
import { createAddon } from "@/lib/catalog/operations/create-addon";
import { createCoupon } from "@/lib/catalog/operations/create-coupon";
import { createOption } from "@/lib/catalog/operations/create-option";
import { createPlan } from "@/lib/catalog/operations/create-plan";
import { createProduct } from "@/lib/catalog/operations/create-product";
import { createProductField } from "@/lib/catalog/operations/create-product-field";
import { createProductGroup } from "@/lib/catalog/operations/create-product-group";
import { duplicateProduct } from "@/lib/catalog/operations/duplicate-product";
import { getCoupon } from "@/lib/catalog/operations/get-coupon";
import { getProduct } from "@/lib/catalog/operations/get-product";
import { listAddons } from "@/lib/catalog/operations/list-addons";
import { listAllPlans } from "@/lib/catalog/operations/list-all-plans";
import { listCoupons } from "@/lib/catalog/operations/list-coupons";
import { listPrices } from "@/lib/catalog/operations/list-prices";
import { listProducts } from "@/lib/catalog/operations/list-products";
import { moveCatalogRecord } from "@/lib/catalog/operations/move-record";
import { offerAddons } from "@/lib/catalog/operations/offer-addons";
import { priceSelectionNow } from "@/lib/catalog/operations/price-selection";
import { showStorefront } from "@/lib/catalog/operations/show-storefront";
import { updateAddon } from "@/lib/catalog/operations/update-addon";
import { updateCoupon } from "@/lib/catalog/operations/update-coupon";
import { updateOption } from "@/lib/catalog/operations/update-option";
import { updatePlan } from "@/lib/catalog/operations/update-plan";
import { updateProduct } from "@/lib/catalog/operations/update-product";
import { updateProductField } from "@/lib/catalog/operations/update-product-field";
import { updateProductGroup } from "@/lib/catalog/operations/update-product-group";
import { createAccount } from "@/lib/ledger/operations/create-account";
import { getEntry } from "@/lib/ledger/operations/get-entry";
import { getIncome } from "@/lib/ledger/operations/get-income";
import { listAccounts } from "@/lib/ledger/operations/list-accounts";
import { listBalances } from "@/lib/ledger/operations/list-balances";
import { listEntries } from "@/lib/ledger/operations/list-entries";
import { postEntry } from "@/lib/ledger/operations/post-entry";
import { reverseEntry } from "@/lib/ledger/operations/reverse-entry";
import { updateAccount } from "@/lib/ledger/operations/update-account";
import { acceptOrder } from "@/lib/orders/operations/accept-order";
import { addToCart } from "@/lib/orders/operations/add-to-cart";
import { applyCoupon } from "@/lib/orders/operations/apply-coupon";
import { cancelOrder } from "@/lib/orders/operations/cancel-order";
import { changeCartItem } from "@/lib/orders/operations/change-cart-item";
import { chooseCartCurrency } from "@/lib/orders/operations/choose-cart-currency";
import { countOrders } from "@/lib/orders/operations/count-orders";
import { createOrder } from "@/lib/orders/operations/create-order";
import { getCart } from "@/lib/orders/operations/get-cart";
import { getCheckout } from "@/lib/orders/operations/get-checkout";
import { getOrder } from "@/lib/orders/operations/get-order";
import { getTerms } from "@/lib/orders/operations/get-terms";
import { listOrders } from "@/lib/orders/operations/list-orders";
import { listPlans } from "@/lib/orders/operations/list-plans";
import { markFraud } from "@/lib/orders/operations/mark-fraud";
import { payOrder } from "@/lib/orders/operations/pay-order";
import { placeOrder } from "@/lib/orders/operations/place-order";
import { releaseOrder } from "@/lib/orders/operations/release-order";
import { removeFromCart } from "@/lib/orders/operations/remove-from-cart";
import { getBacklog } from "@/lib/overview/operations/get-backlog";
import { answerConfirmation } from "@/lib/payments/operations/answer-confirmation";
import { beginPayment } from "@/lib/payments/operations/begin-payment";
import { checkPayment } from "@/lib/payments/operations/check-payment";
import { createConnection } from "@/lib/payments/operations/create-connection";
import { getConfirmation } from "@/lib/payments/operations/get-confirmation";
import { getPayment } from "@/lib/payments/operations/get-payment";
import { listConnections } from "@/lib/payments/operations/list-connections";
import { listPaymentOptions } from "@/lib/payments/operations/list-options";
import { listPayments } from "@/lib/payments/operations/list-payments";
import { recordPayment } from "@/lib/payments/operations/record-payment";
import { updateConnection } from "@/lib/payments/operations/update-connection";
import { changeServicePassword } from "@/lib/provisioning/operations/change-service-password";
import { completeTask } from "@/lib/provisioning/operations/complete-task";
import { countServices } from "@/lib/provisioning/operations/count-services";
import { countTasks } from "@/lib/provisioning/operations/count-tasks";
import { failTask } from "@/lib/provisioning/operations/fail-task";
import { getService } from "@/lib/provisioning/operations/get-service";
import { getTask } from "@/lib/provisioning/operations/get-task";
import { listActions } from "@/lib/provisioning/operations/list-actions";
import { listServices } from "@/lib/provisioning/operations/list-services";
import { listTasks } from "@/lib/provisioning/operations/list-tasks";
import { markDelivered } from "@/lib/provisioning/operations/mark-delivered";
import { retryService } from "@/lib/provisioning/operations/retry-service";
import { revealPassword } from "@/lib/provisioning/operations/reveal-password";
import { suspendService } from "@/lib/provisioning/operations/suspend-service";
import { terminateService } from "@/lib/provisioning/operations/terminate-service";
import { unsuspendService } from "@/lib/provisioning/operations/unsuspend-service";
import { getRevenue } from "@/lib/subscriptions/operations/get-revenue";
import { getSubscription } from "@/lib/subscriptions/operations/get-subscription";
import { listSubscriptions } from "@/lib/subscriptions/operations/list-subscriptions";
import { listTimeline } from "@/lib/timeline/operations/list-timeline";

/** The operations of the trade itself: what is sold, ordered, billed, booked, paid and delivered. Part of `lib/registry.ts`. */
export const tradeRegistry = {
  catalog: {
    changePrices,
    createAddon,
    createCoupon,
    createOption,
    createPlan,
    createProductField,
    createProductGroup,
    createProduct,
    duplicateProduct,
    getCoupon,
    getProduct,
    listAddons,
    listAllPlans,
    listCoupons,
    listPrices,
    listProducts,
    moveCatalogRecord,
    offerAddons,
    priceSelectionNow,
    showStorefront,
    updateAddon,
    updateCoupon,
    updateOption,
    updatePlan,
    updateProductField,
    updateProductGroup,
    updateProduct,
  },
  orders: {
    getCart,
    addToCart,
    changeCartItem,
    removeFromCart,
    applyCoupon,
    chooseCartCurrency,
    getTerms,
    placeOrder,
    getCheckout,
    payOrder,
    listOrders,
    getOrder,
    countOrders,
    listPlans,
    createOrder,
    acceptOrder,
    releaseOrder,
    cancelOrder,
    markFraud,
  },
  subscriptions: { listSubscriptions, getSubscription, getRevenue },
  billing: {
    createInvoice,
    updateInvoice,
    discardInvoice,
    issueInvoiceNow,
    voidInvoice,
    getInvoice,
    listInvoices,
    countInvoices,
    getReceivables,
    createTaxRule,
    updateTaxRule,
    deleteTaxRule,
    listTaxRules,
    addTaxPreset,
  },
  payments: {
    beginPayment,
    getPayment,
    listPayments,
    recordPayment,
    checkPayment,
    listPaymentOptions,
    listConnections,
    createConnection,
    updateConnection,
    getConfirmation,
    answerConfirmation,
  },
  provisioning: {
    listServices,
    getService,
    countServices,
    listActions,
    suspendService,
    unsuspendService,
    terminateService,
    changeServicePassword,
    revealPassword,
    retryService,
    markDelivered,
    listTasks,
    getTask,
    countTasks,
    completeTask,
    failTask,
  },
  ledger: {
    createAccount,
    updateAccount,
    listAccounts,
    postEntry,
    reverseEntry,
    getEntry,
    listEntries,
    listBalances,
    getIncome,
  },
  overview: { getBacklog },
  timeline: { listTimeline },
} as const;
