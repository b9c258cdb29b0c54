export { RecordSkeleton as default } from "@/components/lists/record-skeleton";
