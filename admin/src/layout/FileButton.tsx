import { Box, Button } from '@mui/material';
import { FileUp } from 'lucide-react';
import { visuallyHidden } from '../patterns/visuallyHidden';
import { useTokens } from '../theme/tokens';

interface FileButtonProps {
  label: string;
  /** Endings and kinds of the files to choose from. */
  accept: string;
  onChoose(file: File): void;
}

/** Lets a file be chosen; the same one again after it was changed, too. */
export const FileButton = ({ label, accept, onChoose }: FileButtonProps) => {
  const tokens = useTokens();
  return (
    <Button
      component="label"
      variant="outlined"
      sx={{ '&:focus-within': { outline: `2px solid ${tokens.primary}`, outlineOffset: '2px' } }}
    >
      <FileUp size={16} strokeWidth={1.75} aria-hidden="true" />
      {label}
      <Box
        component="input"
        type="file"
        accept={accept}
        onChange={({ target }: { target: HTMLInputElement }) => {
          const [file] = target.files ?? [];
          if (file) onChoose(file);
          target.value = '';
        }}
        sx={visuallyHidden}
      />
    </Button>
  );
};
