import type { VerifyView } from '../../../shared/rpc/views.ts';
import { Banner } from '../../base/Banner.tsx';
import { IconButton } from '../../base/IconButton.tsx';

interface VerifyBannerProps {
  readonly verified: VerifyView;
  onClose(): void;
}

const answers: Readonly<Record<VerifyView['status'], string>> = {
  intact: 'Intact',
  altered: 'Altered',
  truncated: 'Rows are missing at the end',
  rechained: 'The chain was made anew',
  damaged: 'Damaged',
};

/** The answer of a verification. */
export function VerifyBanner({ verified, onClose }: VerifyBannerProps) {
  const { status, row, message } = verified;
  return (
    <Banner
      kind={status === 'intact' ? 'info' : 'error'}
      actions={<IconButton icon="close" label="Close the answer" command="edit.cancel" onClick={onClose} />}
    >
      <strong>{answers[status]}.</strong> {message}
      {row === null ? '' : ` The first bad row is ${row.toLocaleString('en')}.`}
    </Banner>
  );
}
