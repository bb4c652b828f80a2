import { targetReasons } from '../targets/target_reasons';
import { targetReasonText } from './target_text';

it.each(targetReasons)('the reason %s is one short text that ends as a sentence', (reason) => {
  expect(targetReasonText(reason)).toMatch(/^[A-Z].{20,160}\.$/);
});
