export { default } from "@/app/(storefront)/layout";
