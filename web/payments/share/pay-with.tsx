import type { PayBy } from '../../words/customer-message.ts';
import { useWords } from '../../words/words.tsx';
import { AddressRow } from './address-row.tsx';
import { PayNumber } from './pay-number.tsx';

interface PayWithProps {
  by: PayBy;
  /** Copying it is what the screen is for. */
  isMainAct?: boolean;
}

/** The address or number that the customer needs; a QR code is shown apart. */
export function PayWith({ by, isMainAct = false }: PayWithProps) {
  const { share } = useWords();
  if (by.way === 'page') return <AddressRow label={share.payerPage} url={by.url} isMainAct={isMainAct} />;
  if (by.way === 'account') {
    const { bank, accountNumber, accountName } = by;
    const name = accountName === null ? null : { label: share.accountName, value: accountName };
    return (
      <PayNumber
        label={share.accountNumber(bank)}
        number={accountNumber}
        copyLabel={share.copyNumber}
        name={name}
        isMainAct={isMainAct}
      />
    );
  }
  if (by.way === 'outlet') {
    const { outlet, paymentCode, shownAs } = by;
    const name = shownAs === null ? null : { label: share.displayName, value: shownAs };
    return (
      <PayNumber
        label={share.paymentCode(outlet)}
        number={paymentCode}
        copyLabel={share.copyCode}
        name={name}
        isMainAct={isMainAct}
      />
    );
  }
  if (by.way === 'qr') return null;
  const { wallet, url, appUrl } = by;
  return (
    <>
      <AddressRow label={share.walletPage(wallet)} isLabelled url={url} isMainAct={isMainAct} />
      {appUrl && appUrl !== url && <AddressRow label={share.walletApp(wallet)} isLabelled url={appUrl} isForApp />}
    </>
  );
}
