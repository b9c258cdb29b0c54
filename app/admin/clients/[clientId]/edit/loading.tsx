export { FormSkeleton as default } from "@/components/lists/record-skeleton";
