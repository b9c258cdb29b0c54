-- AlterTable
ALTER TABLE "payments" ADD COLUMN     "called_at" TIMESTAMPTZ(3),
ADD COLUMN     "instructions" TEXT;

-- A payer's person begins a payment and reads it; what the gateway is told stays between the company and it.
grant update (instructions, called_at) on payments to panel1_app;
