import Casebook
import Values

extension Program {
  /// Goes through all that a judge needs; the documents are read from their texts, and examples
  /// are not kept.
  init<Coder: ImageCoder>(
    _ coder: inout Coder, _ old: Program?, for vocabulary: Vocabulary
  ) throws(ImageFault) {
    self.init(
      vocabulary: vocabulary, rules: try coder(old?.rules),
      definitions: try coder(old?.definitions), tables: try coder(old?.tables),
      commencements: try coder(old?.commencements), assumptions: try coder(old?.assumptions),
      choices: try coder(old?.choices), consequences: try coder(old?.consequences),
      exceptions: try coder(old?.exceptions), meets: try coder(old?.meets),
      order: try coder(old?.order), accountLines: try coder(old?.accountLines),
      accountEntries: try coder(old?.accountEntries), holidays: try coder(old?.holidays),
      awaited: try coder(old?.awaited), reach: try coder(old?.reach),
      reviewedThrough: try coder(old?.reviewedThrough), coversFrom: try coder(old?.coversFrom))
  }
}

extension Definitions: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Definitions?) throws(ImageFault) {
    parts = try coder.list(old?.parts) { (coder, old) throws(ImageFault) in
      try coder.later(old)
    }
  }
}

extension Definition: Imaged {
  convenience init<Coder: ImageCoder>(
    _ coder: inout Coder, _ old: Definition?
  ) throws(ImageFault) {
    self.init(
      name: try coder(old?.name), of: try coder(old?.of), ofMany: try coder(old?.ofMany),
      atAmount: try coder(old?.atAmount), onDay: try coder(old?.onDay),
      value: try coder.later(old?.value), slots: try coder(old?.slots),
      usesToday: try coder(old?.usesToday), readsLeft: try coder(old?.readsLeft),
      span: try coder(old?.span))
  }
}

extension Definition.Value: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Definition.Value?) throws(ImageFault) {
    body = try coder(old?.body)
    instead = try coder.list(old?.instead) { (coder, old) throws(ImageFault) in
      (try coder(old?.name), try coder(old?.condition), try coder(old?.value))
    }
  }
}

extension Commencement: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Commencement?) throws(ImageFault) {
    self.init(
      act: try coder(old?.act), section: try coder(old?.section), day: try coder(old?.day),
      isAssumed: try coder(old?.isAssumed), span: try coder(old?.span))
  }
}

extension Assumption: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Assumption?) throws(ImageFault) {
    self.init(act: try coder(old?.act), day: try coder(old?.day))
  }
}

extension Choice: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Choice?) throws(ImageFault) {
    self.init(
      name: try coder(old?.name), readings: try coder(old?.readings),
      numberUnit: try coder(old?.numberUnit), standard: try coder(old?.standard),
      because: try coder(old?.because), span: try coder(old?.span))
  }
}

extension Consequence: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Consequence?) throws(ImageFault) {
    self.init(
      name: try coder(old?.name), text: try coder(old?.text), ofGroup: try coder(old?.ofGroup),
      span: try coder(old?.span))
  }
}

extension RuleException: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: RuleException?) throws(ImageFault) {
    self.init(name: try coder(old?.name), law: try coder(old?.law), span: try coder(old?.span))
  }
}

extension MeetsTarget: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: MeetsTarget?) throws(ImageFault) {
    self.init(rule: try coder(old?.rule), limb: try coder(old?.limb), slot: try coder(old?.slot))
  }
}

extension AccountLine: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: AccountLine?) throws(ImageFault) {
    self.init(
      name: try coder(old?.name), label: try coder(old?.label), lawful: try coder(old?.lawful),
      asked: try coder(old?.asked), askedIn: try coder(old?.askedIn),
      lawfulThen: try coder(old?.lawfulThen), due: try coder(old?.due),
      law: try coder(old?.law), span: try coder(old?.span))
  }
}

extension AccountEntry: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: AccountEntry?) throws(ImageFault) {
    self.init(
      type: try coder(old?.type), counts: try coder(old?.counts), left: try coder(old?.left),
      remark: try coder(old?.remark), law: try coder(old?.law))
  }
}
